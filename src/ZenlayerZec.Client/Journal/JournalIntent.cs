namespace ZenlayerZec.Client.Journal;

/// <summary>A change that is about to be sent. It holds no body and no secret.</summary>
/// <param name="Account">What the account is called.</param>
/// <param name="Identity">Whose things are changed, however the user calls the account.</param>
/// <param name="Action">The API's action.</param>
/// <param name="Ids">What is changed; empty where that has no IDs yet, as in an order.</param>
/// <param name="Count">How many things are changed.</param>
/// <param name="Options">The options of the change, see <see cref="Batching.WriteOptions"/>; null where they are not all known.</param>
/// <param name="Origin">Where it was asked for; null where that is unknown.</param>
internal sealed record JournalIntent(
    string Account, string Identity, string Action, IReadOnlyList<string> Ids, int Count, string? Options, JournalOrigin? Origin);
