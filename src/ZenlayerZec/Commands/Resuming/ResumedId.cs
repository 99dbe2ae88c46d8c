namespace ZenlayerZec.Commands.Resuming;

/// <summary>What is known of an ID that a change left.</summary>
/// <param name="IsUnknown">Whether it is unknown that it was changed; else it certainly was not.</param>
/// <param name="IsAccountSure">Whether it is certain that the instance is of this account.</param>
/// <param name="Ended">When the change had ended; null where that is not known.</param>
/// <param name="Lost">When the answer was lost at the latest; null where that is not known.</param>
internal readonly record struct ResumedId(bool IsUnknown, bool IsAccountSure, DateTimeOffset? Ended, DateTimeOffset? Lost)
{
    /// <summary>The same with what another operation says of it: the later time counts, and one that is not known counts as later.</summary>
    public ResumedId With(ResumedId other) => new(
        IsUnknown || other.IsUnknown, IsAccountSure || other.IsAccountSure, Later(Ended, other.Ended), Later(Lost, other.Lost));

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other is null ? null : one > other ? one : other;
}
