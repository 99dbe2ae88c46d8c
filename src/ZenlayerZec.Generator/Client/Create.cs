using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Client;

/// <summary>How things of a kind are created, by one action.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Cmdlet">The cmdlet that asks for it.</param>
/// <param name="Decision">What is decided of it.</param>
/// <param name="Action">The action.</param>
/// <param name="Ids">The property of the answer that has the ID, or the IDs.</param>
/// <param name="Parent">The kind of what the things are created in, with the property of the request for its ID; null where there is none.</param>
/// <param name="Parameters">The parameters.</param>
internal sealed record Create(
    Kind Kind,
    CmdletDecision Cmdlet,
    CreateDecision Decision,
    ActionModel Action,
    Member Ids,
    (Kind Kind, Member Member)? Parent,
    IReadOnlyList<CreateParameter> Parameters)
{
    /// <summary>Finds what the decisions name.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="action">The action.</param>
    /// <param name="kinds">All kinds.</param>
    /// <exception cref="DescriptionException">A decision does not fit the facts, or does not decide all of them.</exception>
    public static Create Of(Kind kind, CmdletDecision cmdlet, ActionModel action, IReadOnlyList<Kind> kinds)
    {
        var decision = cmdlet.Create!;
        if (decision.Marketing is { } marketing)
        {
            Asked(action, marketing, decision.Place);
        }

        var ids = action.Answered.FirstOrDefault(member => member.Field.Name == decision.Ids && member.Kind is MemberKind.Id or MemberKind.Ids)
            ?? throw decision.Place.Fault($"The answer of {action.Name} has no ID {decision.Ids}.");
        (Kind, Member)? parent = decision.Parent is var (type, field)
            ? (
                kinds.FirstOrDefault(one => one.Model.Name == type) ?? throw decision.Place.Fault($"There is no kind of {type}."),
                Asked(action, field, decision.Place))
            : null;
        var parameters = decision.Parameters.Select(one => new CreateParameter(one, Asked(action, one.Field, one.Place)));
        var create = new Create(kind, cmdlet, decision, action, ids, parent, [.. parameters]);
        create.Check();
        return create;
    }

    /// <summary>Whether a parameter is the one for the ID of what the things are created in.</summary>
    public bool IsParent(string parameter) => Parent is var (kind, _) && kind.IdName == parameter;

    private static Member Asked(ActionModel action, string field, YamlPart place)
        => action.Asked.FirstOrDefault(member => member.Field.Name == field) ?? throw place.Fault($"{action.Name} has no parameter {field}.");

    private void Check()
    {
        var place = Decision.Place;
        if (Kind.Decision.Create != Action.Name)
        {
            var said = Kind.Decision.Create ?? "no action";
            throw place.Fault($"{Kind.Noun.Words} are created by {said}, says their kind, and {Cmdlet.Name} sends {Action.Name}.");
        }

        if (Decision.Waits && Kind.Decision.Goals.GetValueOrDefault(Action.Name) is not { States.Count: > 0 })
        {
            throw place.Fault($"{Cmdlet.Name} waits, and no goal of {Kind.Name} says for what after {Action.Name}.");
        }

        string[] sent =
        [
            .. Parameters.Select(one => one.Member.Field.Name),
            .. Decision.Marketing is { } marketing ? [marketing] : Array.Empty<string>(),
            .. Parent is var (_, field) ? [field.Field.Name] : Array.Empty<string>(),
        ];
        if (Action.Asked.FirstOrDefault(member => !sent.Contains(member.Field.Name)) is { } forgotten)
        {
            var (cmdlet, unsent) = (Cmdlet.Name, forgotten.Field.Name);
            throw place.Fault($"{cmdlet} has no parameter for {unsent} of {Action.Name}. Add one, or leave the field out of the action.");
        }

        foreach (var parameter in Parameters)
        {
            parameter.Check(Cmdlet, Action, Decision);
        }

        if (Decision.Billed is not (null or "true") && Parameters.All(one => one.Decision.Name != Decision.Billed))
        {
            throw place.Fault($"{Cmdlet.Name} has no parameter {Decision.Billed} with which the {Kind.Noun.Words} cost.");
        }

        if (Decision is { Marketing: not null, Waits: false })
        {
            throw place.Fault($"{Cmdlet.Name} orders, and does not wait for what it ordered.");
        }

        if (Decision.Count is { } count && Parameters.All(one => one.Decision.Field != count))
        {
            throw place.Fault($"{Cmdlet.Name} has no parameter for {count}, which says how many.");
        }

        var listed = Kind.Noun.Cmdlets.FirstOrDefault(cmdlet => cmdlet.Name == $"Get-{Kind.Model.Name}")?.List;
        foreach (var name in Decision.Look)
        {
            if (!IsParent(name) && Parameters.All(one => one.Decision.Name != name))
            {
                throw place.Fault($"{Cmdlet.Name} has no parameter {name} to look for.");
            }

            if (listed is not null && listed.Filters.All(filter => filter.Name != name))
            {
                throw place.Fault($"Get-{Kind.Model.Name} has no parameter {name} to look by.");
            }
        }
    }
}

/// <summary>A parameter of a cmdlet that creates, with the field that it becomes.</summary>
/// <param name="Decision">What is decided of it.</param>
/// <param name="Member">The property of the request.</param>
internal sealed record CreateParameter(ParameterDecision Decision, Member Member)
{
    /// <summary>Refuses what cannot be sent, or would leave out what the API requires.</summary>
    public void Check(CmdletDecision cmdlet, ActionModel action, CreateDecision create)
    {
        var (name, place) = (Decision.Name, Decision.Place);
        if (Member.Kind is MemberKind.Object or MemberKind.Objects)
        {
            throw place.Fault($"{Decision.Field} of {action.Name} is an object. Name it as marketing, if it is, or write {cmdlet.Name} by hand.");
        }

        if (Member.Field.IsRequired && !Decision.IsMandatory)
        {
            throw place.Fault($"{action.Name} requires {Decision.Field}, and -{name} is not mandatory.");
        }

        if (Decision.IsSwitch && Member.Kind != MemberKind.Boolean)
        {
            throw place.Fault($"{Decision.Field} of {action.Name} is not a boolean, so that -{name} cannot be a switch.");
        }

        if (create.Count == Decision.Field && Member.Kind != MemberKind.Int32)
        {
            throw place.Fault($"{Decision.Field} of {action.Name} is not a number of things.");
        }

        if (Decision.Text is null && Member.Summary.Length == 0)
        {
            throw place.Fault($"-{name} of {cmdlet.Name} has no text.");
        }
    }
}
