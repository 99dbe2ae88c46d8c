using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;

namespace ZenlayerZec.Client.Kinds;

/// <summary>
/// Images with the regions that they are being copied to. The list of images says of such a one only that it is being copied, and names a region when its
/// copy is complete, which may take hours.
/// </summary>
internal sealed class CopiedImageList : KindList
{
    public override async Task<IReadOnlyDictionary<string, ZecObject>> FindAsync(
        ZecClient client, ZecCallOptions call, IReadOnlyList<string> ids, CancellationToken cancellationToken, Action<int, int>? progress = null)
    {
        var found = await ImageKind.List.FindAsync(client, call, ids, cancellationToken, progress).ConfigureAwait(false);
        ZecImage[] copied = [.. found.Values.Cast<ZecImage>().Where(image => ImageKind.States.Same(image.ImageStatus, ImageStatus.Syncing))];
        await Concurrently.RunAsync(copied.Length, client.LimitOf(call), async (index, token) =>
        {
            copied[index].CopiedTo = [.. (await ProgressAsync(client, call, copied[index].ImageId, token).ConfigureAwait(false)).Select(copy => copy.RegionId).OfType<string>()];
            return index;
        }, _ => true, cancellationToken).ConfigureAwait(false);
        return found;
    }

    public override Task<IReadOnlyList<ZecObject>> FirstPageAsync(ZecClient client, ZecCallOptions call) => ImageKind.List.FirstPageAsync(client, call);

    /// <summary>How far the copies of an image are that are under way; none where none is.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="call">Options for the call.</param>
    /// <param name="imageId">The image.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="Errors.ZecException">The call failed.</exception>
    public static async Task<IReadOnlyList<ZecImageCopyProgress>> ProgressAsync(
        ZecClient client, ZecCallOptions call, string imageId, CancellationToken cancellationToken)
    {
        var request = new DescribeImageCopyProgressRequest { ImageId = imageId };
        var answer = await client.ListAsync(ZecActions.DescribeImageCopyProgress, request, call, one => one.DataSet, cancellationToken).ConfigureAwait(false);
        foreach (var copy in answer.DataSet ?? [])
        {
            copy.ImageId = imageId;
        }

        return answer.DataSet ?? [];
    }
}
