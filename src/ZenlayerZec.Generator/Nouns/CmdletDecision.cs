using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Nouns;

/// <summary>A cmdlet of a noun.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where it is decided.</param>
internal sealed record CmdletDecision(string Name, YamlPart Place)
{
    /// <summary>What it does, in a sentence; empty for a cmdlet that is written by hand.</summary>
    public required string Synopsis { get; init; }

    /// <summary>The namespace of its class, which stands in the IDs of its errors.</summary>
    public string Space { get; init; } = string.Empty;

    /// <summary>The noun of the things that it changes, where that is another one; null where it is its own.</summary>
    public string? Things { get; init; }

    /// <summary>How it lists; null where it does not.</summary>
    public ListDecision? List { get; init; }

    /// <summary>How it lists what there is to choose from; null where it does not.</summary>
    public CatalogueDecision? Catalogue { get; init; }

    /// <summary>What it changes; more than one action are parameter sets. None where it changes nothing.</summary>
    public required IReadOnlyList<ChangeDecision> Changes { get; init; }

    /// <summary>How it creates; null where it does not.</summary>
    public CreateDecision? Create { get; init; }

    /// <summary>What it reads that was measured of the things; null where it does not.</summary>
    public MetricDecision? Metric { get; init; }

    /// <summary>Whether it waits for states.</summary>
    public bool Waits { get; init; }
}

/// <summary>How a cmdlet reads what was measured of things, one metric of one thing in each request.</summary>
/// <param name="Action">The action.</param>
/// <param name="Text">What is measured.</param>
internal sealed record MetricDecision(string Action, string Text);

/// <summary>How a cmdlet lists.</summary>
/// <param name="Parents">The types whose things it lists, each with the filters that name the parent.</param>
/// <param name="Filters">The parameters that filter.</param>
/// <param name="ParentText">What the parameter for parents is.</param>
internal sealed record ListDecision(IReadOnlyList<ParentDecision> Parents, IReadOnlyList<ParameterDecision> Filters, string ParentText)
{
    /// <summary>The type of what is emitted, where it is not the things; null where it is.</summary>
    public string? Emits { get; init; }

    /// <summary>Whether code by hand says what is asked for by the parameters.</summary>
    public bool IsByHand { get; init; }

    /// <summary>A method of the class, by hand, that adds the filters whose meaning is by hand; null where there are none.</summary>
    public string? Extension { get; init; }

    /// <summary>The test for what nobody uses; null where the cmdlet has no such switch.</summary>
    public UnusedDecision? Unused { get; init; }
}

/// <summary>An object of another kind, whose things are listed.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Fields">The fields by which a thing belongs to it, all of them.</param>
internal sealed record ParentDecision(string Type, IReadOnlyList<ParentField> Fields);

/// <summary>A field by which a thing belongs to an object of another kind.</summary>
/// <param name="Field">The field of the request, and of what is listed.</param>
/// <param name="Value">The property of the object that has the value.</param>
/// <param name="Filter">The filter of the request, where it is called otherwise.</param>
/// <param name="Place">Where it is decided.</param>
internal sealed record ParentField(string Field, string Value, string? Filter, YamlPart Place);

/// <summary>What nobody uses, by the value of a field or by lists of what uses it.</summary>
/// <param name="Text">What the switch is.</param>
/// <param name="Place">Where it is decided.</param>
internal sealed record UnusedDecision(string Text, YamlPart Place)
{
    /// <summary>The field that tells, with its value; null where something else does.</summary>
    public (string Field, string Value)? Same { get; init; }

    /// <summary>The type of what it was made of, which is gone, and the property with its ID; null where something else tells.</summary>
    public (string Type, string Value)? Gone { get; init; }

    /// <summary>The lists of what uses it, all of which are empty; none where a field tells.</summary>
    public IReadOnlyList<string> None { get; init; } = [];

    /// <summary>The boolean of what is there to be used later, and so does not count as unused; null where there is none.</summary>
    public string? Unless { get; init; }
}

/// <summary>A change of things.</summary>
/// <param name="Action">The action.</param>
/// <param name="Ids">The field of the request that has the IDs, or the ID.</param>
/// <param name="Place">Where it is decided.</param>
internal sealed record ChangeDecision(string Action, string Ids, YamlPart Place)
{
    /// <summary>The parameter set; empty for the only one, or the default one.</summary>
    public required string Set { get; init; }

    /// <summary>
    /// Parameters of which one has to be there: each has a parameter set in which it is mandatory, and those after it are not. None where the parameter
    /// set is the one of <see cref="Set"/>.
    /// </summary>
    public required IReadOnlyList<string> OneOf { get; init; }

    /// <summary>Whether code by hand makes the operation, which is more than its request; the cmdlet's parameters for things are made all the same.</summary>
    public bool IsByHand { get; init; }

    /// <summary>High where it cannot be taken back, else Medium.</summary>
    public required string Impact { get; init; }

    /// <summary>For progress, such as <c>Releasing disks</c>.</summary>
    public required string Activity { get; init; }

    /// <summary>The participle, such as <c>released</c>.</summary>
    public required string Done { get; init; }

    /// <summary>What a person is asked; <c>{SizeGiB}</c> in it is a parameter. Null where code by hand says it.</summary>
    public required string? Question { get; init; }

    /// <summary>The parameters, in the order of their positions.</summary>
    public required IReadOnlyList<ParameterDecision> Parameters { get; init; }

    /// <summary>How a lost answer is settled.</summary>
    public required SettleDecision Settle { get; init; }

    /// <summary>Whether it may be sent again after a look directly before.</summary>
    public bool Repeats { get; init; }

    /// <summary>The list in the answer with the IDs that failed; null where there is none.</summary>
    public string? Failed { get; init; }

    /// <summary>The type of objects that the parameters for things leave to a parameter by hand, such as plans; null where there is none.</summary>
    public string? Leaves { get; init; }

    /// <summary>Switches of the operation, such as <c>looksFirst</c>.</summary>
    public required IReadOnlyList<string> Traits { get; init; }

    /// <summary>The states in which a thing is left out.</summary>
    public required IReadOnlyDictionary<string, SkipDecision> Skips { get; init; }

    /// <summary>
    /// The booleans that leave a thing out where they are true, and the fields with a value, such as <c>nicType=Primary</c>, each with the end of a sentence
    /// that begins with "it".
    /// </summary>
    public required IReadOnlyDictionary<string, string> SkipWhere { get; init; }

    /// <summary>The states of which a thing has to be in one, with the reason to leave it out otherwise.</summary>
    public (IReadOnlyList<string> States, string Reason)? SkipUnless { get; init; }

    /// <summary>The states in which a thing is an error by the look before, each with the end of a sentence that begins with "it".</summary>
    public required IReadOnlyDictionary<string, string> Refusals { get; init; }

    /// <summary>The field whose value says that nothing is to be done, with the reason.</summary>
    public (string Field, string Reason)? SkipSame { get; init; }

    /// <summary>Whether a thing on its way out of the account is left out.</summary>
    public bool SkipsWayOut { get; init; }

    /// <summary>A parameter that has to be there and that no field of the request is for: it says only what is meant. Null where there is none.</summary>
    public MarkDecision? Mark { get; init; }

    /// <summary>Whether Resume-ZecOperation sends it again.</summary>
    public bool Resumes { get; init; } = true;

    /// <summary>Whether the cmdlet can wait.</summary>
    public bool Waits { get; init; }

    /// <summary>Whether the goal is made by hand, of the parameters.</summary>
    public string? Goal { get; init; }

    /// <summary>Two parameters that contradict each other; none where there are no such.</summary>
    public required IReadOnlyList<string> Excludes { get; init; }

    /// <summary>Whether at least one of the parameters has to be there.</summary>
    public bool NeedsAny { get; init; }
}

/// <summary>A parameter that says only what is meant.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Text">What it is; empty where the other change that shares it says so.</param>
/// <param name="Value">
/// The value with which it means this change, where another change has the other one; null for a switch, which means it by itself.
/// </param>
/// <param name="Field">The field of what is listed that has the value then, or none after a switch; null where no field shows it.</param>
internal sealed record MarkDecision(string Name, string Text, bool? Value, string? Field);

/// <summary>Why a thing in a state is left out.</summary>
/// <param name="Reason">The end of a sentence that begins with "it".</param>
/// <param name="Unless">The switch with which it is not left out; null where nothing changes it.</param>
internal sealed record SkipDecision(string Reason, string? Unless);

/// <summary>How a look tells that a change was carried out.</summary>
/// <param name="IsGone">Whether what is gone was changed.</param>
/// <param name="States">The states that only the change leads to.</param>
/// <param name="Same">The fields that have the value of the request.</param>
/// <param name="ByHand">A method by hand that says it; null where there is none.</param>
internal sealed record SettleDecision(bool IsGone, IReadOnlyList<string> States, IReadOnlyList<string> Same, string? ByHand = null);
