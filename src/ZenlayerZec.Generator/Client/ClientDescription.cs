using ZenlayerZec.Generator.Facts;
using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Client;

/// <summary>The models and the actions of the client, with all names decided.</summary>
internal sealed class ClientDescription
{
    private readonly IReadOnlyDictionary<string, ActionFacts> _actions;
    private readonly Phrases _phrases;
    private readonly Dictionary<string, Model> _models = new(StringComparer.Ordinal);

    /// <param name="actions">The facts of all actions.</param>
    /// <param name="nouns">What is decided.</param>
    /// <param name="phrases">The words.</param>
    /// <exception cref="DescriptionException">A decision does not fit the facts.</exception>
    public ClientDescription(IReadOnlyDictionary<string, ActionFacts> actions, IReadOnlyList<NounDecision> nouns, Phrases phrases)
    {
        _actions = actions;
        _phrases = phrases;
        foreach (var decision in nouns.SelectMany(noun => noun.Models))
        {
            _models.Add(decision.Name, ModelOf(decision));
        }

        Actions = [.. nouns.SelectMany(noun => noun.Actions).Where(action => action.Made != Made.Nothing).Select(action => ActionOf(action, nouns))];
        Kinds = [.. nouns.Where(noun => noun.Kind is not null).Select(noun => KindOf(noun, noun.Kind!))];
        Catalogues =
        [
            .. nouns.SelectMany(noun => noun.Cmdlets.Where(cmdlet => cmdlet.Catalogue is not null)
                .Select(cmdlet => CatalogueOf(noun, cmdlet, cmdlet.Catalogue!))),
        ];
        Changes = [.. Kinds.SelectMany(kind => kind.Noun.Cmdlets.SelectMany(cmdlet => cmdlet.Changes.Select(change => ChangeOf(kind, cmdlet, change))))];
        Creates =
        [
            .. Kinds.SelectMany(kind => kind.Noun.Cmdlets.Where(cmdlet => cmdlet.Create is not null)
                .Select(cmdlet => Create.Of(kind, cmdlet, ActionNamed(cmdlet.Create!.Action, cmdlet.Create.Place), Kinds))),
        ];
    }

    /// <summary>The models, by the order of their names.</summary>
    public IEnumerable<Model> Models => _models.Values.OrderBy(model => model.Name, StringComparer.Ordinal);

    /// <summary>The decided actions.</summary>
    public IReadOnlyList<ActionModel> Actions { get; }

    /// <summary>The kinds of things that are made here.</summary>
    public IReadOnlyList<Kind> Kinds { get; }

    /// <summary>What there is to choose from.</summary>
    public IReadOnlyList<Catalogue> Catalogues { get; }

    /// <summary>The changes that are made here.</summary>
    public IReadOnlyList<Change> Changes { get; }

    /// <summary>The things that are created here.</summary>
    public IReadOnlyList<Create> Creates { get; }

    private Model ModelOf(ModelDecision decision)
    {
        var shapes = decision.Of.Select(path => (Path: path, Field: FieldAt(path, decision.Place))).ToArray();
        FieldFacts[] fields = [.. shapes.SelectMany(shape => shape.Field.Fields).GroupBy(field => field.Name).Select(same => same.First())];
        if (decision.Id is { } id && fields.All(field => field.Name != id))
        {
            throw decision.Place.Fault($"{decision.Name} has no field {id} for its ID.");
        }

        foreach (var field in decision.Text.Where(name => fields.All(field => field.Name != name)))
        {
            throw decision.Place.Fault($"{decision.Name} has no field {field} for its text.");
        }

        var words = decision.IsByHand ? null : _phrases;
        var members = new Members(decision.Name, decision.Members, decision.LeftOut, words, decision.Place).Of(fields, decision.Id);
        var model = new Model(decision, members, IsWritten: shapes.Any(shape => shape.Path.Contains(".request.", StringComparison.Ordinal)))
        {
            Asked =
            [
                .. decision.Asked.Select(asked => new Member(
                    new FieldFacts(char.ToLowerInvariant(asked.Key[0]) + asked.Key[1..], FieldKind.Text, IsList: false),
                    asked.Key,
                    MemberKind.Text,
                    asked.Value)),
            ],
        };
        return decision.Order.FirstOrDefault(name => model.Shown.All(member => member.Name != name)) is { } unknown
            ? throw decision.Place.Fault($"{decision.Name} has no property {unknown} to be shown first.")
            : model;
    }

    /// <summary>An object in the facts, such as <c>DescribeInstances.response.dataSet.nics</c>.</summary>
    private FieldFacts FieldAt(string path, YamlPart place)
    {
        if (path.Split('.') is not [var name, "request" or "response", _, ..] parts || !_actions.TryGetValue(name, out var action))
        {
            throw place.Fault($"'{path}' is no place in the facts, such as DescribeDisks.response.dataSet.");
        }

        IReadOnlyList<FieldFacts> fields = parts[1] == "request" ? action.Request : action.Response;
        FieldFacts? found = null;
        foreach (var part in parts.Skip(2))
        {
            found = fields.FirstOrDefault(field => field.Name == part) ?? throw place.Fault($"'{path}' is not in the facts: there is no {part}.");
            fields = found.Fields;
        }

        return found!;
    }

    private Kind KindOf(NounDecision noun, KindDecision decision) => new(
        noun,
        decision,
        _models.GetValueOrDefault(decision.Model) ?? throw decision.Place.Fault($"There is no model {decision.Model}."),
        ActionNamed(decision.List, decision.Place));

    private Catalogue CatalogueOf(NounDecision noun, CmdletDecision cmdlet, CatalogueDecision decision)
    {
        var action = ActionNamed(decision.Action, decision.Place);
        return action.Items is { } items
            ? new Catalogue(noun, cmdlet, decision, action, items.Type is { } type ? _models[type] : null)
            {
                Instead = [.. decision.Instead.Select(choice => (choice, ActionNamed(choice.Action, decision.Place)))],
            }
            : throw decision.Place.Fault($"{action.Name} lists nothing. Name the list in its answer by 'items'.");
    }

    private Change ChangeOf(Kind kind, CmdletDecision cmdlet, ChangeDecision decision)
    {
        var action = ActionNamed(decision.Action, decision.Place);
        if (!decision.IsByHand)
        {
            CheckFailed(decision, action.Facts);
        }

        if (decision.OneOf.FirstOrDefault(name => decision.Parameters.All(one => one.Name != name || one.IsMandatory)) is { } wrong)
        {
            throw decision.Place.Fault($"{cmdlet.Name} has no parameter {wrong} that may be left out.");
        }

        return new Change(
            cmdlet.Things is { } noun ? KindNamed(noun, cmdlet.Place) : kind,
            cmdlet,
            decision,
            action,
            Asked(decision.Ids, decision.Place),
            [.. decision.Parameters.Select(one => (one, Asked(one.Field, one.Place)))]);

        Member Asked(string field, YamlPart place)
            => action.Asked.FirstOrDefault(member => member.Field.Name == field) ?? throw place.Fault($"{action.Name} has no parameter {field}.");
    }

    /// <summary>A list of what failed that nobody reads would let the IDs in it count as done.</summary>
    private static void CheckFailed(ChangeDecision decision, ActionFacts facts)
    {
        var answered = facts.Response.FirstOrDefault(field => field.IsList && FailedNames(decision.Ids).Contains(field.Name, StringComparer.Ordinal))?.Name;
        if (decision.Failed is null && answered is not null)
        {
            throw decision.Place.Fault($"The answer of {facts.Name} names what failed, and nothing reads it. Add 'failed: {answered}'.");
        }

        if (decision.Failed is { } failed && !facts.Response.Any(field => field.IsList && field.Name == failed))
        {
            throw decision.Place.Fault($"The answer of {facts.Name} has no list {failed}.");
        }
    }

    private Kind KindNamed(string noun, YamlPart place) => Kinds.FirstOrDefault(kind => kind.Noun.Noun == noun) ?? throw place.Fault($"There is no kind of the noun {noun}.");

    private ActionModel ActionNamed(string name, YamlPart place)
        => Actions.FirstOrDefault(action => action.Name == name) ?? throw place.Fault($"The action {name} is not decided.");

    private ActionModel ActionOf(ActionDecision decision, IReadOnlyList<NounDecision> nouns)
    {
        if (!_actions.TryGetValue(decision.Action, out var facts))
        {
            throw decision.Place.Fault($"There is no action {decision.Action} in {FactsReader.Folder} or {FactsReader.AdditionsFolder}.");
        }

        CheckNames(decision, facts);
        var words = decision.Made == Made.All ? _phrases : null;
        var asked = new Members(decision.Action, OnlyOf(decision, facts.Request), OnlyOf(decision.LeftOut, facts.Request), words, decision.Place).Of(facts.Request)
            .OrderBy(member => Place(decision, member.Field.Name)).ToArray();
        var answered = new Members(decision.Action, OnlyOf(decision, facts.Response), OnlyOf(decision.LeftOut, facts.Response), words, decision.Place).Of(facts.Response)
            .Select(member => member.Field.Name == decision.Items ? member with { IsItems = true } : member).ToArray();
        return new ActionModel(facts, decision, asked, answered)
        {
            ItemId = answered.FirstOrDefault(member => member.IsItems) is { Type: { } type } && _models.TryGetValue(type, out var model)
                ? model.Members.FirstOrDefault(member => member.IsOwnId)
                : null,
            Ids = nouns.FirstOrDefault(noun => noun.Kind is { } kind && (kind.List == decision.Action || kind.StateList == decision.Action))?.Kind!.Ids is { } ids ? Members.Capital(ids) : null,
            Failed = nouns.SelectMany(noun => noun.Cmdlets).SelectMany(cmdlet => cmdlet.Changes).FirstOrDefault(change => change.Action == decision.Action) is { Failed: { } failed } change
                ? (Members.Capital(change.Ids), Members.Capital(failed))
                : FailedOf(facts),
        };
    }

    /// <summary>The lists by their names, for an action whose cmdlet is written by hand: nobody else says that a list is of what failed.</summary>
    private static (string Asked, string Answered)? FailedOf(ActionFacts facts) => facts.Request.Where(asked => asked.IsList && Members.IsId(asked.Name))
        .SelectMany(asked => FailedNames(asked.Name).Select(answered => (Asked: asked.Name, Answered: answered)))
        .Where(pair => facts.Response.Any(answered => answered.IsList && answered.Name == pair.Answered))
        .Select(pair => ((string, string)?)(Members.Capital(pair.Asked), Members.Capital(pair.Answered)))
        .FirstOrDefault();

    /// <summary>What a list of the IDs that failed may be called: as those that were asked for, or <c>failed</c> before it.</summary>
    private static string[] FailedNames(string ids) => [ids, $"failed{Members.Capital(ids)}"];

    /// <summary>Where a field stands in a body: as decided, then as described, and the page at the end.</summary>
    private static int Place(ActionDecision decision, string field) => field switch
    {
        _ when decision.Order.Contains(field) => decision.Order.ToList().IndexOf(field),
        "pageSize" => int.MaxValue - 1,
        "pageNum" => int.MaxValue,
        _ => decision.Order.Count,
    };

    /// <summary>A field may be decided for the request and the answer alike; one that is in neither is a mistake.</summary>
    private static void CheckNames(ActionDecision decision, ActionFacts facts)
    {
        foreach (var name in decision.Members.Keys.Concat(decision.LeftOut).Concat(decision.Order).Concat(decision.Items is { } items ? [items] : []))
        {
            if (facts.Request.Concat(facts.Response).All(field => field.Name != name))
            {
                throw (decision.Members.TryGetValue(name, out var member) ? member.Place : decision.Place).Fault($"{decision.Action} has no field {name}.");
            }
        }
    }

    private static Dictionary<string, MemberDecision> OnlyOf(ActionDecision decision, IReadOnlyList<FieldFacts> fields)
        => decision.Members.Where(member => fields.Any(field => field.Name == member.Key)).ToDictionary(StringComparer.Ordinal);

    private static string[] OnlyOf(IReadOnlyList<string> names, IReadOnlyList<FieldFacts> fields)
        => [.. names.Where(name => fields.Any(field => field.Name == name))];
}
