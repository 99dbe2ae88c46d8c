using ZenlayerZec.Generator.Client;
using ZenlayerZec.Generator.Nouns;

namespace ZenlayerZec.Generator.Cmdlets;

/// <summary>A field by which what is listed belongs to the objects that are piped.</summary>
internal static class OwnerText
{
    /// <summary>What makes it.</summary>
    /// <param name="action">The action that lists.</param>
    /// <param name="member">The property of what is listed.</param>
    /// <param name="field">The field.</param>
    /// <param name="most">How many IDs a request takes, where nothing is documented.</param>
    public static string Of(ActionModel action, Member member, ParentField field, string most)
    {
        var asked = action.Asked.FirstOrDefault(asked => asked.Field.Name == (field.Filter ?? field.Field));
        var set = asked is null ? "(_, _) => { }" : $"(request, ids) => request.{asked.Name} = {(asked.Field.IsList ? "ids" : "ids[0]")}";
        return $"new({set}, item => item.{member.Name}{(asked is { Field.IsList: true } ? $", {asked.Field.Most?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? most}" : string.Empty)})";
    }
}
