using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Lists the images of a zone, or looks them up by ID.</para>
/// <para type="description">The API lists the images of one zone; Get-ZecZone | Get-ZecImage lists those of all zones.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecImage", DefaultParameterSetName = ListSet, HelpUri = OnlineHelp.Pages + "Get-ZecImage.md")]
[OutputType(typeof(ZecImage))]
public sealed class GetZecImageCommand : ZecCmdlet
{
    private const string ListSet = "List";
    private const string IdSet = "Id";

    /// <summary><para type="description">The ID of the zone.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string ZoneId { get; set; } = string.Empty;

    /// <summary><para type="description">The IDs of the images. An ID that does not exist is an error, and the others are returned.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(ImageIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] ImageId { get; set; } = [];

    /// <summary><para type="description">Names, with wildcards. Any of them may match.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary><para type="description">PUBLIC_IMAGE or CUSTOM_IMAGE.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(ImageTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Type { get; set; }

    /// <summary><para type="description">The source: OFFICIAL, MARKETING, CUSTOM or APP.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(ImageSourceCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Source { get; set; }

    /// <summary><para type="description">The operating system: linux, bsd, windows, android or any.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(OsTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? OsType { get; set; }

    /// <summary><para type="description">The category, such as Ubuntu.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string? Category { get; set; }

    /// <summary><para type="description">The state, such as AVAILABLE.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(ImageStatusCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Status { get; set; }

    /// <summary><para type="description">Tags that the images must all have: @{role='web'}.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public Hashtable? Tag { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string[] ids = [.. ImageId.Distinct(StringComparer.Ordinal)];
        var missing = new HashSet<string>(ids, StringComparer.Ordinal);
        var hasFailed = false;
        foreach (var connection in Listed())
        {
            var lister = new ImageLister(connection.Client, ReadingCall());
            try
            {
                if (ParameterSetName == IdSet)
                {
                    missing.ExceptWith(LookUp(lister, ids));
                }
                else
                {
                    List(lister);
                }
            }
            catch (ZecException failure)
            {
                hasFailed = true;
                Report(failure);
            }
        }

        // Where an account could not be asked, nobody can say that it is not there.
        foreach (var id in hasFailed ? [] : ids.Where(missing.Contains))
        {
            WriteError(ErrorRecords.NotFound("ImageNotFound", $"There is no image {id} in {ZoneId}.", id));
        }
    }

    /// <inheritdoc/>
    private protected override bool TakesSeveralConnections => true;

    private void Report(ZecException failure)
    {
        WriteOrEnd(failure, ErrorRecords.From(failure, ZoneId, $"The images of {ZoneId}{OfListed} could not be listed:"));
    }

    /// <summary>Emits those that are there.</summary>
    /// <returns>Their IDs.</returns>
    private IEnumerable<string> LookUp(ImageLister lister, string[] ids)
    {
        var found = Wait(stop => lister.FindAsync(ids, new DescribeImagesRequest { ZoneId = ZoneId }, stop));
        WriteObject(ids.Where(found.ContainsKey).Select(id => found[id]), enumerateCollection: true);
        return found.Keys;
    }

    private void List(ImageLister lister)
    {
        var names = new NamePatterns(Name);
        var tags = new TagPairs(Tag);
        var request = new DescribeImagesRequest
        {
            ZoneId = ZoneId,
            ImageName = names.Hint,
            ImageType = Type?.ToUpperInvariant(),
            ImageSource = Source?.ToUpperInvariant(),
            OsType = OsType?.ToLowerInvariant(),
            Category = Category,
            ImageStatus = Status?.ToUpperInvariant(),
            Tags = tags.Filter(DescribeImagesRequest.MaximumTags),
        };
        var list = Wait(stop => lister.ListAsync(request, stop));
        if (!list.IsSettled)
        {
            WriteWarning($"Images of {ZoneId}{OfListed} were created or deleted during every attempt to read the list. New images may be missing.");
        }

        WriteObject(
            list.Items.Where(image => names.Match(image.ImageName)
                && Asked.For(Type, image.ImageType)
                && Asked.For(Source, image.ImageSource)
                && Asked.For(OsType, image.OsType)
                && Asked.For(Category, image.Category)
                && Asked.For(Status, image.ImageStatus)
                && tags.Match(image.Tags)),
            enumerateCollection: true);
    }
}
