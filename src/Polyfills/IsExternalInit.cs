namespace System.Runtime.CompilerServices;

/// <summary>What the compiler wants to see before it lets a property be set by <c>init</c>; netstandard2.0 lacks it.</summary>
internal static class IsExternalInit;
