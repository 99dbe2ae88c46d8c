namespace ZenlayerZec.Client.Batching;

/// <summary>Keeps a request from going out whose turn came so late that the look before it no longer counts. It never leaves a batch.</summary>
internal sealed class StaleStateException : Exception;
