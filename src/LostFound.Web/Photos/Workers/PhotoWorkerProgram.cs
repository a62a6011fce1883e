using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using LostFound.Web.Photos.Vips;
using Microsoft.Win32.SafeHandles;

namespace LostFound.Web.Photos.Workers;

/// <summary>
/// The other end of <see cref="PhotoWorker"/>: this same executable, started with a hidden argument, reading one
/// picture after the other from its standard input. It builds no host and reads no settings.
/// </summary>
internal static class PhotoWorkerProgram
{
    public const string Argument = "photo-worker";

    private const int CannotStart = 1;

    /// <summary>Serves until the server lets go of it.</summary>
    /// <param name="args">The hidden argument, bytes of memory, and seconds of processor time a picture.</param>
    public static int Run(string[] args)
    {
        ProcessLimits.StandBack();
        var memory = long.Parse(args[1], CultureInfo.InvariantCulture);
        var time = TimeSpan.FromSeconds(int.Parse(args[2], CultureInfo.InvariantCulture));
        using var input = Open(0, FileAccess.Read);
        using var output = Open(1, FileAccess.Write);
        using var notes = Open(2, FileAccess.Write);
        VipsPhotoProcessor processor;
        try
        {
            processor = new VipsPhotoProcessor(reason => notes.Write(Encoding.UTF8.GetBytes(reason.ReplaceLineEndings(" ") + "\n")));
        }
        catch (Exception failure) when (failure is DllNotFoundException or VipsException or BadImageFormatException)
        {
            WorkerMessages.Write(output, WorkerAnswerKind.Broken, Encoding.UTF8.GetBytes(failure.Message));
            return CannotStart;
        }
        ProcessLimits.Confine(memory);
        WorkerMessages.Write(output, WorkerAnswerKind.Ready);
        Serve(input, output, processor, time);
        return 0;
    }

    /// <summary>
    /// Pictures are decoded on a thread of their own, while this one reads on: so a server that dies ends its
    /// workers at once, also in the midst of a picture.
    /// </summary>
    private static void Serve(FileStream input, FileStream output, VipsPhotoProcessor processor, TimeSpan time)
    {
        var requests = new BlockingCollection<WorkerRequest>();
        var work = new Thread(() =>
        {
            foreach (var request in requests.GetConsumingEnumerable())
            {
                ProcessLimits.AllowProcessorTime(time);
                Answer(request, output, processor);
            }
        });
        work.IsBackground = true;
        work.Start();
        while (WorkerMessages.ReadRequest(input) is { } request)
            requests.Add(request);
        ProcessLimits.EndNow();
    }

    private static void Answer(WorkerRequest request, FileStream output, VipsPhotoProcessor processor)
    {
        switch (request.Task)
        {
            case WorkerTask.Photo:
                WorkerMessages.Write(output, processor.Process(request.Bytes));
                break;
            case WorkerTask.MaskedPhoto:
                WorkerMessages.Write(output, processor.Process(request.Bytes, mask: true));
                break;
            case WorkerTask.Pixels:
                WorkerMessages.Write(output, processor.ReadPixels(request.Bytes, request.Side));
                break;
        }
    }

    private static FileStream Open(int descriptor, FileAccess access) =>
        new(new SafeFileHandle(descriptor, ownsHandle: false), access, bufferSize: 0);
}
