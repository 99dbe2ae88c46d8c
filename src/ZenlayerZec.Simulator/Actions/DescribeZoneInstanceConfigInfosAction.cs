using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Fleet;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeZoneInstanceConfigInfos: the catalogue's sizes.</summary>
internal sealed class DescribeZoneInstanceConfigInfosAction()
    : SizesAction<ZecInstanceType>("DescribeZoneInstanceConfigInfos", Catalogue.InstanceTypes, type => type, OfferJson.WriteInstanceType);
