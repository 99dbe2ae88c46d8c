namespace ZenlayerZec.Commands.Bases;

/// <summary>How an action is spoken of.</summary>
/// <param name="Activity">While it is under way, such as <c>Releasing instances</c>.</param>
/// <param name="Done">When it is done, such as <c>released</c>.</param>
/// <param name="NotDoneCode">What the error of an instance that the service names as failed is known by, such as <c>InstanceNotReleased</c>.</param>
internal sealed record ActionWords(string Activity, string Done, string NotDoneCode);
