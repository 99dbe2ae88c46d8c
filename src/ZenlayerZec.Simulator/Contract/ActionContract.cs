namespace ZenlayerZec.Simulator.Contract;

/// <summary>What an action takes and answers.</summary>
/// <param name="Name">The name in the <c>X-ZC-Action</c> header.</param>
/// <param name="Request">The parameters.</param>
/// <param name="Response">What the answer has, beside the requestId.</param>
internal sealed record ActionContract(string Name, IReadOnlyList<Field> Request, IReadOnlyList<Field> Response)
{
    /// <summary>The members of each row of a list that the action answers.</summary>
    /// <param name="list">The member of the answer that is the list.</param>
    public IReadOnlyList<Field> RowOf(string list) => Response.First(field => field.Name == list).Fields;
}
