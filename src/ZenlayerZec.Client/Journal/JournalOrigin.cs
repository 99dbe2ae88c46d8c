namespace ZenlayerZec.Client.Journal;

/// <summary>Where in a script a change was asked for. The text of the line is not kept: it may hold a secret.</summary>
/// <param name="Script">The script's path; null at the prompt.</param>
/// <param name="Line">The line; null where that is unknown.</param>
internal sealed record JournalOrigin(string? Script, int? Line);
