using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Paging;

/// <summary>Lists a zone's images to the last one, and looks them up by ID. Each says for which zone it was listed.</summary>
/// <param name="client">The connection.</param>
/// <param name="call">Options for these calls.</param>
public sealed class ImageLister(ZecClient client, ZecCallOptions call)
    : IdLister<DescribeImagesRequest, ZecImage>(ZecActions.DescribeImages.Name, client, call, DescribeImagesRequest.MaximumPageSize, MostIds)
{
    /// <summary>The documentation names no limit for images; this is that for instances.</summary>
    private const int MostIds = DescribeInstancesRequest.MaximumInstanceIds;

    private protected override string IdOf(ZecImage item) => item.ImageId;

    private protected override DescribeImagesRequest Among(IReadOnlyList<string> ids, DescribeImagesRequest filter)
    {
        var request = filter.Copy();
        request.ImageIds = ids;
        return request;
    }

    private protected override async Task<Page<ZecImage>> ReadAsync(
        DescribeImagesRequest filter, int number, int size, CancellationToken cancellationToken)
    {
        var request = filter.Copy();
        request.PageNum = number;
        request.PageSize = size;
        var page = await Client.DescribeImagesAsync(request, Call, cancellationToken).ConfigureAwait(false);
        foreach (var image in page.DataSet ?? [])
        {
            image.ZoneId = filter.ZoneId;
        }

        return Page.Of(page.DataSet, page.TotalCount, page);
    }
}
