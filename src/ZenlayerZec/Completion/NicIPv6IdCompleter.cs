using ZenlayerZec.Client.Kinds;

namespace ZenlayerZec.Completion;

/// <summary>Completes the ID of a public IPv6 address.</summary>
internal sealed class NicIPv6IdCompleter() : IdCompleter(NicIPv6Kind.Kind);

/// <summary>Completes the ID of a public IPv6 address, where an object is wanted.</summary>
internal sealed class NicIPv6ArgumentCompleter() : ThingArgumentCompleter(new NicIPv6IdCompleter());
