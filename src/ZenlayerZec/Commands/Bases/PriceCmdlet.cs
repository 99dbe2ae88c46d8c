using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Reflection;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Prices;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The base of the cmdlets that ask for prices. They take every parameter of the cmdlets that would be paid for, so that one hashtable serves both; what
/// does not bear on the price is taken and ignored.
/// </summary>
public abstract class PriceCmdlet : AskCmdlet, IDynamicParameters
{
    private protected const string NewSet = "New";

    private static readonly string[] ConfirmationParameters = ["WhatIf", "Confirm"];

    private readonly Dictionary<(ZecClient Client, PriceQuestion Question), TextSet> _things = [];
    private readonly ConcurrentQueue<string> _withoutPrice = new();
    private readonly ConcurrentQueue<string> _withoutUnit = new();

    /// <summary>The cmdlets whose parameters are taken.</summary>
    private protected abstract IReadOnlyList<Type> Orders { get; }

    /// <summary>The parameters that are taken and ignored. They are not shown: who wants a price has no use for them.</summary>
    /// <returns>The parameters, by their names.</returns>
    public object GetDynamicParameters()
    {
        var own = new HashSet<string>(GetType().GetProperties().Where(IsParameter).Select(property => property.Name), StringComparer.OrdinalIgnoreCase);
        var ignored = new RuntimeDefinedParameterDictionary();
        foreach (var property in Orders.SelectMany(order => order.GetProperties()).Where(property => IsParameter(property) && !IsPiped(property) && own.Add(property.Name)))
        {
            var attributes = property.GetCustomAttributes<Attribute>(inherit: true)
                .Where(attribute => attribute is CmdletMetadataAttribute and not ParameterAttribute or ArgumentCompleterAttribute)
                .Append(new ParameterAttribute { DontShow = true });
            ignored.Add(property.Name, new RuntimeDefinedParameter(property.Name, property.PropertyType, new Collection<Attribute>([.. attributes])));
        }

        // Those that PowerShell gives the cmdlets that order.
        foreach (var name in ConfirmationParameters)
        {
            ignored.Add(name, new RuntimeDefinedParameter(name, typeof(SwitchParameter), [new ParameterAttribute { DontShow = true }]));
        }

        return ignored;
    }

    /// <summary>Notes a question for the price of a thing; one that is equal to that of another is asked once, and told for each.</summary>
    private protected void Ask(ZecClient client, PriceQuestion question, string id)
    {
        if (!_things.TryGetValue((client, question), out var ids))
        {
            _things.Add((client, question), ids = new TextSet());
        }

        ids.Add(id);
        Ask(client, question);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        Warn("The service does not say the price, so that a sum lacks it", _withoutPrice);
        Warn("The service does not say whether the price is per HOUR, DAY or MONTH, so that no sum can have it", _withoutUnit);
    }

    private protected override string Describe(object question) => question.ToString()!;

    private protected override IReadOnlyList<string> IdsOf(ZecClient client, object question)
        => _things.TryGetValue((client, (PriceQuestion)question), out var ids) ? ids.Texts : [];

    private protected override string Unanswered(string question, string id)
        => question.Contains(id) ? base.Unanswered(question, id) : $"There is no price of {id}. {base.Unanswered(question, id)}";

    private protected override async Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop)
    {
        var asked = (PriceQuestion)question;
        var ids = IdsOf(client, asked);
        string?[] askedFor = ids.Count == 0 ? [null] : [.. ids];
        var prices = await asked.AskAsync(client, call, askedFor, stop).ConfigureAwait(false);
        if (prices.Count == 0)
        {
            _withoutPrice.Enqueue(Named());
            return prices;
        }

        var lacking = asked.Lacking([.. prices.Select(price => price.Item)]);
        Note(_withoutPrice, prices.Where(price => !price.IsKnown).Select(price => price.Item).Concat(lacking));
        Note(_withoutUnit, prices.Where(price => price.LacksUnit).Select(price => price.Item));
        return prices;

        void Note(ConcurrentQueue<string> noted, IEnumerable<string> items)
        {
            foreach (var item in items.Distinct(StringComparer.Ordinal))
            {
                noted.Enqueue($"{item} of {Named()}");
            }
        }

        // Whose sum lacks the price: the question says only what they have in common.
        string Named()
        {
            var described = Describe(asked);
            return ids.Any(id => !described.Contains(id)) ? $"{described} ({string.Join(" ", ids)})" : described;
        }
    }

    private void Warn(string what, ConcurrentQueue<string> noted)
    {
        if (!noted.IsEmpty)
        {
            WriteWarning($"{what}, of: {string.Join(", ", noted.OrderBy(one => one, StringComparer.Ordinal))}.");
        }
    }

    private static bool IsParameter(PropertyInfo property) => property.IsDefined(typeof(ParameterAttribute), inherit: true);

    /// <summary>Whether things come by it that are ordered for: how many these are would bear on the price.</summary>
    private static bool IsPiped(PropertyInfo property) => property.GetCustomAttributes<ParameterAttribute>(inherit: true)
        .Any(set => set.ValueFromPipeline || set.ValueFromPipelineByPropertyName);

    /// <summary>IDs in the order in which they came, each once.</summary>
    private sealed class TextSet
    {
        private readonly HashSet<string> _known = new(StringComparer.Ordinal);
        private readonly List<string> _texts = [];

        public IReadOnlyList<string> Texts => _texts;

        public void Add(string text)
        {
            if (_known.Add(text))
            {
                _texts.Add(text);
            }
        }
    }
}
