using System.Collections;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Filters;

/// <summary>What the images of a zone must be: as the API's filters, which narrow, and as a test of each image, which decides.</summary>
internal sealed class ImageFilter
{
    private readonly AskedValues _types;
    private readonly AskedValues _sources;
    private readonly AskedValues _systems;
    private readonly AskedValues _categories;
    private readonly AskedValues _states;
    private readonly TagFilter _tags;

    public ImageFilter(
        string[]? names, string[]? types, string[]? sources, string[]? systems, string[]? categories, string[]? states, Hashtable? tags)
    {
        Names = new NamePatterns(names);
        _types = new AskedValues(types, value => value.ToUpperInvariant());
        _sources = new AskedValues(sources, value => value.ToUpperInvariant());
        _systems = new AskedValues(systems, value => value.ToLowerInvariant());
        _categories = new AskedValues(categories);
        _states = new AskedValues(states, value => value.ToUpperInvariant());
        _tags = new TagFilter(tags, DescribeImagesRequest.MaximumTags);
        Warnings =
        [
            .. new ImageTypeCompleter().UnknownIn("type of an image", types),
            .. new ImageSourceCompleter().UnknownIn("source of an image", sources),
            .. new OsTypeCompleter().UnknownIn("operating system of an image", systems),
            .. new ImageStatusCompleter().UnknownIn("state of an image", states),
        ];
    }

    public NamePatterns Names { get; }

    /// <summary>A warning for each value that the API does not document.</summary>
    public IReadOnlyList<string> Warnings { get; }

    public DescribeImagesRequest Request(string zoneId) => new()
    {
        ZoneId = zoneId,
        ImageName = Names.Hint,
        ImageType = _types.Filter,
        ImageSource = _sources.Filter,
        OsType = _systems.Filter,
        Category = _categories.Filter,
        ImageStatus = _states.Filter,
        Tags = _tags.Pairs,
        TagKeys = _tags.Keys,
    };

    public bool Match(ZecImage image) => Names.Match(image.ImageName)
        && _types.Match(image.ImageType)
        && _sources.Match(image.ImageSource)
        && _systems.Match(image.OsType)
        && _categories.Match(image.Category)
        && _states.Match(image.ImageStatus)
        && _tags.Match(image.Tags);
}
