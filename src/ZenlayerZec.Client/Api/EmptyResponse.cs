namespace ZenlayerZec.Client.Api;

/// <summary>The answer of an action that says nothing but that it was accepted.</summary>
internal sealed class EmptyResponse : ZecResponse;
