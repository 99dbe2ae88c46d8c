using ZenlayerZec.Generator.Facts;
using ZenlayerZec.Generator.Nouns;

namespace ZenlayerZec.Generator.Client;

/// <summary>An action with the types of .NET that its request and its answer become.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="Decision">What is decided of it.</param>
/// <param name="Asked">The properties of the request.</param>
/// <param name="Answered">The properties of the answer, without what every answer has.</param>
internal sealed record ActionModel(ActionFacts Facts, ActionDecision Decision, IReadOnlyList<Member> Asked, IReadOnlyList<Member> Answered)
{
    /// <summary>The action's name.</summary>
    public string Name => Facts.Name;

    /// <summary>The type of the request.</summary>
    public string Request => $"{Name}Request";

    /// <summary>The type of the answer; one that says nothing, or what others answer too, has no type of its own.</summary>
    public string Response => Decision.Answer ?? (Answered.Count == 0 ? "EmptyResponse" : $"{Name}Response");

    /// <summary>The class that reads the answer.</summary>
    public string ResponseJson => Decision.Answer is null && Answered.Count > 0 ? $"{Name}Json" : $"{Response}Json";

    /// <summary>The filter for the IDs of what it lists; null where it does not list a kind of thing.</summary>
    public string? Ids { get; init; }

    /// <summary>The lists of IDs in the request, and of those that failed in the answer; null where there is none.</summary>
    public (string Asked, string Answered)? Failed { get; init; }

    /// <summary>The list that the action answers; null where it does not list.</summary>
    public Member? Items => Answered.FirstOrDefault(member => member.IsItems);

    /// <summary>The ID of what it lists.</summary>
    public Member? ItemId { get; init; }

    /// <summary>Whether it changes something: the rule of the client for actions by name.</summary>
    public bool IsWrite => !Name.StartsWith("Describe", StringComparison.Ordinal) && !Name.StartsWith("InquiryPrice", StringComparison.Ordinal);
}
