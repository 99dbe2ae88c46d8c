namespace ZenlayerZec.Tests.Engine;

/// <summary>What a process of PowerShell left.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output, with the warnings, as PowerShell has it.</param>
/// <param name="Error">Standard error.</param>
internal sealed record PowerShellEnd(int ExitCode, string Output, string Error);
