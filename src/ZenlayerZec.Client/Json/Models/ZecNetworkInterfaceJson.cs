using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Json.Models;

/// <summary>How a <see cref="ZecNetworkInterface"/> is read.</summary>
internal static class ZecNetworkInterfaceJson
{
    public static ZecNetworkInterface Read(ref FieldReader json)
    {
        var item = new ZecNetworkInterface();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "nicId": item.NicId = json.Id(); break;
                case "name": item.Name = json.Text(); break;
                case "status": item.Status = json.Text(); break;
                case "nicType": item.NicType = json.Text(); break;
                case "regionId": item.RegionId = json.Id(); break;
                case "nicSubnetType": item.NicSubnetType = json.Text(); break;
                case "publicIpList": item.PublicIpList = json.Texts()!; break;
                case "privateIpList": item.PrivateIpList = json.Texts()!; break;
                case "primaryIpv4": item.PrimaryIpv4 = json.Text(); break;
                case "primaryIpv6": item.PrimaryIpv6 = json.Text(); break;
                case "ipv6Cidr": item.Ipv6Cidr = json.Text(); break;
                case "secondaryIpv4s": item.SecondaryIpv4s = json.Texts()!; break;
                case "macAddress": item.MacAddress = json.Text(); break;
                case "instanceId": item.AttachedInstanceId = json.Id(); break;
                case "vpcId": item.VpcId = json.Id(); break;
                case "subnetId": item.SubnetId = json.Id(); break;
                case "createTime": item.CreateTime = json.Time(); break;
                case "updateTime": item.UpdateTime = json.Time(); break;
                case "resourceGroup": item.ResourceGroup = json.Object(ZecResourceGroupJson.Read); break;
                case "securityGroupId": item.SecurityGroupId = json.Id(); break;
                case "tags": item.Tags = json.Tags()!; break;
                default: json.Skip(); break;
            }
        }

        return item;
    }
}
