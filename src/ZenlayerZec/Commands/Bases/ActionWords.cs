namespace ZenlayerZec.Commands.Bases;

/// <summary>The words for an action in messages.</summary>
/// <param name="Activity">For progress, such as <c>Releasing instances</c>.</param>
/// <param name="Done">The participle, such as <c>released</c>.</param>
/// <param name="NotDoneCode">The error ID of an instance that the service names as failed, such as <c>InstanceNotReleased</c>.</param>
internal sealed record ActionWords(string Activity, string Done, string NotDoneCode);
