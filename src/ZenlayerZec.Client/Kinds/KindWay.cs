namespace ZenlayerZec.Client.Kinds;

/// <summary>How the pipeline leads from one kind to another: what the second kind's Get- cmdlet gives for an object of the first.</summary>
/// <param name="From">The type of the objects to start from.</param>
/// <param name="To">The kind that it leads to.</param>
/// <param name="Gives">What the cmdlet gives, such as <c>the instance that it is attached to</c>.</param>
internal sealed record KindWay(Type From, ResourceKind To, string Gives);
