using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Lists the images of zones or the account's own images, or looks them up by ID.</para>
/// <para type="description">The API lists the images of one zone in each request; those of several zones are read at the same time.
/// Get-ZecZone | Get-ZecImage lists those of all zones, Get-ZecInstance | Get-ZecImage the images of instances. With -Custom, the account's own images
/// are listed, whatever their regions.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecImage", DefaultParameterSetName = ListSet, SupportsPaging = true, HelpUri = OnlineHelp.Pages + "Get-ZecImage.md")]
[OutputType(typeof(ZecImage))]
public sealed partial class GetZecImageCommand : ListCmdlet
{
    private readonly List<ZecObject> _named = [];
    private readonly List<ZecImage> _images = [];

    /// <summary><para type="description">The IDs of the zones.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ListSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] ZoneId { get; set; } = [];

    /// <summary><para type="description">Zones, instances or images, as the other Get- cmdlets return them. Lists the images of the zones, and the
    /// image of each instance.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [PipedObject(typeof(ZecZone), typeof(ZecInstance), typeof(ZecImage), typeof(ZecImageCopyProgress), TakesRows = true)]
    public ZecObject[] InputObject { get; set; } = [];

    /// <summary><para type="description">The IDs of the images. An ID that does not exist is an error, and the others are returned.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [Parameter(Mandatory = true, ParameterSetName = CustomIdSet)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(ZoneImageIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] ImageId { get; set; } = [];

    /// <summary><para type="description">Names, with wildcards. Any of them may match. A name without wildcards that no image
    /// has is an error.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [Parameter(ParameterSetName = CustomSet)]
    [ArgumentCompleter(typeof(ZoneImageNameCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary><para type="description">PUBLIC_IMAGE or CUSTOM_IMAGE.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [ArgumentCompleter(typeof(ImageTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Type { get; set; }

    /// <summary><para type="description">The sources: OFFICIAL, MARKETING, CUSTOM or APP. Any of them may match.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [ArgumentCompleter(typeof(ImageSourceCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Source { get; set; }

    /// <summary><para type="description">The operating systems: linux, bsd, windows, android or any. Any of them may match.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [Parameter(ParameterSetName = CustomSet)]
    [ArgumentCompleter(typeof(OsTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? OsType { get; set; }

    /// <summary><para type="description">The categories, such as Ubuntu. Any of them may match.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [Parameter(ParameterSetName = CustomSet)]
    [ArgumentCompleter(typeof(ImageCategoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Category { get; set; }

    /// <summary><para type="description">The states, such as AVAILABLE. Any of them may match.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [Parameter(ParameterSetName = CustomSet)]
    [ArgumentCompleter(typeof(ImageStatusCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Status { get; set; }

    /// <summary><para type="description">Tags that the images must have: @{role='web'}. Several values of a tag are alternatives,
    /// and may have wildcards: @{role='web','db-*'}. Keys are literal; case counts.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [Parameter(ParameterSetName = CustomSet)]
    [ArgumentCompleter(typeof(ImageTagCompleter))]
    [ValidateNotNullOrEmpty]
    public Hashtable? Tag { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case ObjectSet:
                Take(InputObject);
                break;
            case IdSet:
                _named.AddRange(ZoneId.SelectMany(zone => ImageId.Select(id => new ZecImage { ImageId = id, ZoneId = zone })));
                break;
            case CustomIdSet:
                TakeIds();
                break;
            case ListSet:
                _named.AddRange(ZoneId.Select(zone => new ZecZone { ZoneId = zone }));
                break;
            case OperationSet:
                base.ProcessRecord();
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_named.Count > 0 || HasObjects)
        {
            ListZones();
        }

        base.EndProcessing();
    }

    private void ListZones()
    {
        var filter = new ImageFilter(Name, Type, Source, OsType, Category, Status, Tag);
        foreach (var warning in filter.Warnings)
        {
            WriteWarning(warning);
        }

        try
        {
            if (_named.Count > 0)
            {
                Read([.. Connections.Select(connection => connection.Client)], _ => _named, filter);
            }

            if (HasObjects)
            {
                Read(Sources, ObjectsFor, filter);
            }
        }
        finally
        {
            // Also what was read before a failure that ends the command.
            Emit(_images, _images.Count, accuracy: 1.0);
        }
    }

    private void Read(IReadOnlyCollection<ZecClient> clients, Func<ZecClient, IReadOnlyList<ZecObject>> objectsFor, ImageFilter filter)
    {
        var names = new List<string?>();
        var missing = new List<ZecImage>();
        var found = new HashSet<(string?, string)>();
        var hasFailed = false;
        var isListing = false;
        foreach (var client in Listed(clients))
        {
            foreach (var outcome in Wait(stop => ZoneImages.ReadAsync(client, ReadingCall(), objectsFor(client), filter, stop)))
            {
                isListing |= outcome.IsListing;
                if (outcome.Failure is { } failure)
                {
                    hasFailed = true;
                    WriteOrEnd(failure, ErrorRecords.From(failure, outcome.ZoneId, $"The images{outcome.OfZone}{OfListed} could not be listed:"));
                    continue;
                }

                if (!outcome.IsSettled)
                {
                    WriteWarning(
                        $"Images{outcome.OfZone}{OfListed} were created or deleted during every attempt to read the list. New images may be missing.");
                }

                names.AddRange(outcome.Images.Select(image => image.ImageName));
                found.UnionWith(outcome.Images.Select(image => (image.ZoneId, image.ImageId)));
                missing.AddRange(outcome.Missing);
                _images.AddRange(outcome.Images);
            }
        }

        // Where an account could not be asked, nobody can say that it is not there.
        if (hasFailed)
        {
            return;
        }

        foreach (var image in missing.Where(image => found.Add((image.ZoneId, image.ImageId))))
        {
            WriteError(ErrorRecords.NotFound("ImageNotFound", $"There is no image {image.ImageId} in {image.ZoneId ?? "this account"}.", image.ImageId));
        }

        if (isListing)
        {
            WriteMissing(filter.Names, names, "ImageNotFound", "image named", isFiltered: true);
        }
    }
}
