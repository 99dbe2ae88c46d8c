namespace ZenlayerZec.Completion;

/// <summary>
/// Completes nothing. Without a completer, PowerShell offers the files of the current folder, which are never the value of such a parameter.
/// </summary>
internal sealed class NothingCompleter() : ValueCompleter();
