using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Nouns;

/// <summary>Reads the kind and the cmdlets of a noun.</summary>
internal static class CmdletReader
{
    private static readonly string[] Traits =
        ["looksFirst", "sparesProtected", "releases", "leadsToUse", "leadsOutOfUse", "endsAsItMayHaveBegun"];

    /// <summary>Reads the kind.</summary>
    public static KindDecision Kind(YamlPart part)
    {
        part.Only("byHand", "model", "name", "state", "detail", "list", "stateList", "ids", "own", "notFound", "create", "catalogues", "states", "goalExamples", "goals", "standIns", "foreign", "ways");
        var states = part.Find("states")?.Only("inUse", "bin", "wayOut", "failed");
        return new KindDecision(part.Get("model").Text, part)
        {
            IsByHand = part.Find("byHand")?.Flag ?? false,
            List = part.Get("list").Text,
            StateList = part.Find("stateList")?.Text,
            Ids = part.Get("ids").Text,
            Own = part.Find("own")?.Text,
            Name = part.Find("name")?.Text,
            State = part.Find("state")?.Text,
            Detail = part.Find("detail")?.Text,
            NotFound = part.Find("notFound")?.Text,
            Catalogues = part.Texts("catalogues"),
            Create = part.Find("create")?.Text,
            InUse = states?.Texts("inUse") ?? [],
            Bin = states?.Find("bin")?.Text,
            WayOut = [.. (states?.Find("wayOut")?.Entries ?? []).Select(state => KeyValuePair.Create(state.Key.Text, state.Value.Text))],
            Failed = states?.Texts("failed") ?? [],
            StandIns = part.Texts("standIns"),
            Foreign = part.Texts("foreign"),
            GoalExamples = part.Texts("goalExamples"),
            Goals = (part.Find("goals")?.Entries ?? []).ToDictionary(goal => goal.Key.Text, goal => Goal(goal.Value), StringComparer.Ordinal),
            Ways = Texts(part.Find("ways")),
        };
    }

    /// <summary>Reads a cmdlet.</summary>
    public static CmdletDecision Cmdlet(YamlPart key, YamlPart part)
    {
        if (part.IsEmpty)
        {
            return new CmdletDecision(key.Text, key) { Synopsis = string.Empty, Changes = [] };
        }

        part.Only("synopsis", "things", "list", "catalogue", "changes", "creates", "metric", "waits");
        return new CmdletDecision(key.Text, key)
        {
            Synopsis = part.Get("synopsis").Text,
            Things = part.Find("things")?.Text,
            List = part.Find("list") is { } list ? List(list) : null,
            Catalogue = part.Find("catalogue") is { } catalogue ? CatalogueDecision.Read(catalogue) : null,
            Changes = [.. (part.Find("changes")?.Entries ?? []).Select(change => Change(change.Key, change.Value))],
            Create = part.Find("creates")?.Entries is { } creates ? Create(creates, part) : null,
            Metric = part.Find("metric")?.Only("action", "text") is { } metric ? new MetricDecision(metric.Get("action").Text, metric.Get("text").Text) : null,
            Waits = part.Find("waits")?.Flag ?? false,
        };
    }

    /// <summary>Reads objects of other kinds, whose things are listed.</summary>
    public static IReadOnlyList<ParentDecision> Parents(YamlPart? part)
        => [.. (part?.Entries ?? []).Select(parent => Parent(parent.Key, parent.Value))];

    private static CreateDecision Create(IReadOnlyList<KeyValuePair<YamlPart, YamlPart>> creates, YamlPart part)
        => creates is [var (key, value)] ? CreateDecision.Read(key, value) : throw part.Get("creates").Fault("A cmdlet creates by one action.");

    private static GoalDecision Goal(YamlPart part) => part.IsText
        ? part.Text switch
        {
            "released" => new([], [], IsReleased: true),
            "nowhere" => new([], [], IsReleased: false),
            var other => throw part.Fault($"'{other}' is not released or nowhere."),
        }
        : new(part.Only("states", "from").Texts("states"), part.Texts("from"), IsReleased: false);

    private static ListDecision List(YamlPart part)
    {
        part.Only("byHand", "emits", "parents", "parentText", "filters", "extension", "unused");
        return new ListDecision(
            Parents(part.Find("parents")),
            [.. (part.Find("filters")?.Entries ?? []).Select(filter => ParameterDecision.Read(filter.Key, filter.Value))],
            part.Find("parentText")?.Text ?? string.Empty)
        {
            Emits = part.Find("emits")?.Text,
            IsByHand = part.Find("byHand")?.Flag ?? false,
            Extension = part.Find("extension")?.Text,
            Unused = part.Find("unused") is { } unused ? Unused(unused) : null,
        };
    }

    private static UnusedDecision Unused(YamlPart part) => new(part.Only("field", "value", "none", "unless", "gone", "text").Get("text").Text, part)
    {
        None = part.Texts("none"),
        Unless = part.Find("unless")?.Text,
        Gone = part.Find("gone") is { } gone ? (gone.Text, part.Get("value").Text) : null,
        Same = part.Find("none") is null && part.Find("gone") is null ? (part.Get("field").Text, part.Get("value").Text) : null,
    };

    private static ParentDecision Parent(YamlPart key, YamlPart part)
        => new(key.Text, [.. (part.IsList ? part.Items : [part]).Select(ParentField)]);

    private static ParentField ParentField(YamlPart part)
        => new(part.Only("field", "value", "filter").Get("field").Text, part.Get("value").Text, part.Find("filter")?.Text, part);

    /// <summary>Reads a change. Its key is the action; where a cmdlet has two of one action, it is what tells them apart.</summary>
    private static ChangeDecision Change(YamlPart key, YamlPart part)
    {
        part.Only(
            [
                "byHand", "action", "ids", "set", "oneOf", "impact", "activity", "done", "question", "parameters", "settle", "repeats", "failed", "skip", "skipWayOut",
                "skipUnless", "skipSame", "skipWhere", "refuse", "mark", "resumes", "waits", "goal", "needsAny", "excludes", "leaves",
                .. Traits,
            ]);
        var isByHand = part.Find("byHand")?.Flag ?? false;
        return new ChangeDecision(part.Find("action")?.Text ?? key.Text, part.Get("ids").Text, key)
        {
            Set = part.Find("set")?.Text ?? string.Empty,
            OneOf = part.Texts("oneOf"),
            IsByHand = isByHand,
            Impact = part.Find("impact")?.Text ?? "Medium",
            Activity = part.Get("activity").Text,
            Done = part.Get("done").Text,
            Question = part.Get("question") is { Text: not "byHand" } question ? question.Text : null,
            Parameters = [.. (part.Find("parameters")?.Entries ?? []).Select(parameter => ParameterDecision.Read(parameter.Key, parameter.Value))],
            Settle = isByHand ? new SettleDecision(IsGone: false, [], []) : Settle(part.Get("settle")),
            Repeats = part.Find("repeats")?.Flag ?? false,
            Failed = part.Find("failed")?.Text,
            Traits = [.. Traits.Where(trait => part.Find(trait)?.Flag ?? false)],
            Skips = (part.Find("skip")?.Entries ?? []).ToDictionary(skip => skip.Key.Text, skip => Skip(skip.Value), StringComparer.Ordinal),
            SkipWhere = Texts(part.Find("skipWhere")),
            SkipsWayOut = part.Find("skipWayOut")?.Flag ?? false,
            Refusals = Texts(part.Find("refuse")),
            SkipUnless = part.Find("skipUnless")?.Only("states", "reason") is { } unless ? (unless.Texts("states"), unless.Get("reason").Text) : null,
            SkipSame = part.Find("skipSame")?.Only("field", "reason") is { } same ? (same.Get("field").Text, same.Get("reason").Text) : null,
            Mark = part.Find("mark")?.Only("name", "text", "value", "field") is { } mark
                ? new MarkDecision(mark.Get("name").Text, mark.Find("text")?.Text ?? string.Empty, mark.Find("value")?.Flag, mark.Find("field")?.Text)
                : null,
            Resumes = part.Find("resumes")?.Flag ?? true,
            Waits = part.Find("waits")?.Flag ?? false,
            Goal = part.Find("goal")?.Text,
            Excludes = part.Texts("excludes"),
            Leaves = part.Find("leaves")?.Text,
            NeedsAny = part.Find("needsAny")?.Flag ?? false,
        };
    }

    private static SettleDecision Settle(YamlPart part) => part.IsText && part.Text == "nothing" ? new(IsGone: false, [], []) : new(
        part.Only("gone", "states", "same", "byHand").Find("gone")?.Flag ?? false, part.Texts("states"), part.Texts("same"), part.Find("byHand")?.Text);

    private static SkipDecision Skip(YamlPart part)
        => part.IsText ? new(part.Text, Unless: null) : new(part.Only("reason", "unless").Get("reason").Text, part.Get("unless").Text);

    private static Dictionary<string, string> Texts(YamlPart? part)
        => (part?.Entries ?? []).ToDictionary(entry => entry.Key.Text, entry => entry.Value.Text, StringComparer.Ordinal);
}
