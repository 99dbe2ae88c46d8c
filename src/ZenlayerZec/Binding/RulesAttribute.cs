using System.Collections;
using System.Management.Automation;

namespace ZenlayerZec.Binding;

/// <summary>
/// Binds rules of security groups, see <see cref="RuleRow"/>. What is none is an error that says what a rule needs; where rules come from the pipeline,
/// it is left to the cmdlet, which would otherwise take the other rules for all of them.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RulesAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether what is no rule is left to the other parameters, as a cmdlet needs that also takes groups from the pipeline.</summary>
    public bool LeavesOthers { get; set; }

    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => true;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        // Lists within the list, such as (-Rule $rules, @{ … }), are of rules, too.
        object?[] items = [.. Items.Of(inputData).SelectMany(item => item is object?[] more ? Items.Of(more) : [item])];
        if (!LeavesOthers)
        {
            return items.Select(RuleRow.Of).ToArray();
        }

        return items.Length == 1 && items[0] is not (null or IDictionary) && !RuleRow.IsOne(items[0]) ? new NotARule() : items.Select(RuleRow.OrFault).ToArray();
    }

    private sealed class NotARule;
}
