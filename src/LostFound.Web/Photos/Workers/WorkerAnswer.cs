using System.Buffers.Binary;
using System.Text;
using LostFound.Web.Shared;

namespace LostFound.Web.Photos.Workers;

/// <summary>
/// One answer of a worker. A picture may have turned it against us, so nothing in it is believed: lengths are
/// checked, photos must be bare JPEGs within their bounds, and words are only ever shown as words.
/// </summary>
internal sealed class WorkerAnswer
{
    private readonly List<ReadOnlyMemory<byte>> parts;

    private WorkerAnswer(WorkerAnswerKind kind, List<ReadOnlyMemory<byte>> parts) => (Kind, this.parts) = (kind, parts);

    public WorkerAnswerKind Kind { get; }

    /// <summary>The reason in a <see cref="WorkerAnswerKind.Broken"/> message.</summary>
    public string Words => Kind == WorkerAnswerKind.Broken && parts is [var words] ? Encoding.UTF8.GetString(words.Span) : "";

    public static WorkerAnswer Read(ReadOnlyMemory<byte> message)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        for (var rest = message[1..]; rest.Length > 0;)
        {
            var length = rest.Length >= sizeof(int) ? BinaryPrimitives.ReadInt32LittleEndian(rest.Span) : -1;
            if (length < 0 || length > rest.Length - sizeof(int))
                throw Nonsense();
            parts.Add(rest.Slice(sizeof(int), length));
            rest = rest[(sizeof(int) + length)..];
        }
        return new WorkerAnswer((WorkerAnswerKind)message.Span[0], parts);
    }

    public Outcome<ProcessedPhoto> AsPhoto(bool masked)
    {
        if (Kind != WorkerAnswerKind.Photo)
            return AsRefusal();
        return parts is [var large, var small]
            && BareJpeg.TryMeasure(large.Span, PhotoLimits.LargeSide, out var size)
            && BareJpeg.TryMeasure(small.Span, PhotoLimits.SmallSide, out _)
                ? new ProcessedPhoto(large.ToArray(), small.ToArray(), size.Width, size.Height, masked)
                : throw Nonsense();
    }

    public Outcome<PhotoPixels> AsPixels(int side)
    {
        if (Kind != WorkerAnswerKind.Pixels)
            return AsRefusal();
        if (parts is not [var rgb, { Length: sizeof(int) } wide, { Length: sizeof(int) } high])
            throw Nonsense();
        var (width, height) = (BinaryPrimitives.ReadInt32LittleEndian(wide.Span), BinaryPrimitives.ReadInt32LittleEndian(high.Span));
        return width >= 1 && height >= 1 && width <= side && height <= side && rgb.Length == width * height * 3
            ? new PhotoPixels(rgb.ToArray(), width, height)
            : throw Nonsense();
    }

    private Refusal AsRefusal() =>
        Kind == WorkerAnswerKind.Refused && parts is [{ Length: 1 } kind, var words] && (RefusalKind)kind.Span[0] is RefusalKind.Invalid or RefusalKind.TooLarge
            ? new Refusal((RefusalKind)kind.Span[0], Encoding.UTF8.GetString(words.Span), PhotoRefusals.Field)
            : throw Nonsense();

    private static InvalidDataException Nonsense() => new("An answer that makes no sense.");
}
