using System.Buffers.Binary;
using System.Text;
using LostFound.Web.Shared;

namespace LostFound.Web.Photos.Workers;

internal enum WorkerTask : byte
{
    Photo = 1,
    MaskedPhoto = 2,
    Pixels = 3,
}

/// <summary>What a worker is asked: one upload, and what to make of it.</summary>
/// <param name="Side">The longer side at most, for <see cref="WorkerTask.Pixels"/>.</param>
internal sealed record WorkerRequest(WorkerTask Task, int Side, ReadOnlyMemory<byte> Bytes);

internal enum WorkerAnswerKind : byte
{
    /// <summary>The first message of a worker that can work.</summary>
    Ready = 1,

    /// <summary>The first message of one that cannot, with the reason.</summary>
    Broken = 2,
    Photo = 3,
    Pixels = 4,
    Refused = 5,
}

/// <summary>
/// The words that server and worker exchange over the worker's standard input and output: each a length of four
/// bytes, little-endian, and as many bytes as it says.
/// </summary>
internal static class WorkerMessages
{
    private const int LengthBytes = 4;
    private const int RequestHeadBytes = 5;

    /// <summary>Of two JPEGs or of a few pixels; a worker that sends more is not one of ours any more.</summary>
    private const int MaxAnswerBytes = 32 * 1024 * 1024;
    private const int MaxRequestBytes = PhotoLimits.MaxBytes + RequestHeadBytes;

    public static async Task WriteAsync(Stream stream, WorkerRequest request, CancellationToken cancel)
    {
        var head = new byte[LengthBytes + RequestHeadBytes];
        BinaryPrimitives.WriteInt32LittleEndian(head, RequestHeadBytes + request.Bytes.Length);
        head[LengthBytes] = (byte)request.Task;
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(LengthBytes + 1), request.Side);
        await stream.WriteAsync(head, cancel);
        await stream.WriteAsync(request.Bytes, cancel);
        await stream.FlushAsync(cancel);
    }

    /// <summary>The next request, or null when the server has closed its end.</summary>
    public static WorkerRequest? ReadRequest(Stream stream)
    {
        var length = new byte[LengthBytes];
        if (stream.ReadAtLeast(length, LengthBytes, throwOnEndOfStream: false) < LengthBytes)
            return null;
        var message = new byte[Checked(BinaryPrimitives.ReadInt32LittleEndian(length), MaxRequestBytes)];
        if (stream.ReadAtLeast(message, message.Length, throwOnEndOfStream: false) < message.Length)
            return null;
        return new WorkerRequest((WorkerTask)message[0], BinaryPrimitives.ReadInt32LittleEndian(message.AsSpan(1)), message.AsMemory(RequestHeadBytes));
    }

    public static void Write(Stream stream, WorkerAnswerKind kind, params ReadOnlySpan<byte[]> parts)
    {
        var message = new MemoryStream();
        using var writer = new BinaryWriter(message);
        writer.Write(0);
        writer.Write((byte)kind);
        foreach (var part in parts)
        {
            writer.Write(part.Length);
            writer.Write(part);
        }
        var bytes = message.GetBuffer().AsSpan(0, (int)message.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length - LengthBytes);
        stream.Write(bytes);
        stream.Flush();
    }

    public static void Write(Stream stream, Outcome<ProcessedPhoto> outcome)
    {
        if (outcome.Succeeded)
            Write(stream, WorkerAnswerKind.Photo, outcome.Value.Large, outcome.Value.Small);
        else
            Write(stream, outcome.Refusal);
    }

    public static void Write(Stream stream, Outcome<PhotoPixels> outcome)
    {
        if (outcome.Succeeded)
            Write(stream, WorkerAnswerKind.Pixels, outcome.Value.Rgb, Number(outcome.Value.Width), Number(outcome.Value.Height));
        else
            Write(stream, outcome.Refusal);
    }

    public static async Task<WorkerAnswer> ReadAnswerAsync(Stream stream, CancellationToken cancel)
    {
        var length = new byte[LengthBytes];
        await stream.ReadExactlyAsync(length, cancel);
        var message = new byte[Checked(BinaryPrimitives.ReadInt32LittleEndian(length), MaxAnswerBytes)];
        await stream.ReadExactlyAsync(message, cancel);
        return WorkerAnswer.Read(message);
    }

    private static void Write(Stream stream, Refusal refusal) =>
        Write(stream, WorkerAnswerKind.Refused, [(byte)refusal.Kind], Encoding.UTF8.GetBytes(refusal.Message));

    private static byte[] Number(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static int Checked(int length, int most) =>
        length >= 1 && length <= most ? length : throw new InvalidDataException($"A message of {length} bytes.");
}
