using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Rows;

namespace ZenlayerZec.Simulator.Kinds;

/// <summary>The resource groups that rows are in.</summary>
internal static class Groups
{
    /// <summary>A resource group by its ID; the default one without an ID.</summary>
    public static ZecResourceGroup? Find(string? groupId)
        => Catalogue.ResourceGroups.FirstOrDefault(group => groupId is null || group.ResourceGroupId == groupId);

    /// <summary>The group that a row is in.</summary>
    public static ZecResourceGroup Of(SimulatedRow row)
        => new() { ResourceGroupId = row.Text("resourceGroupId"), ResourceGroupName = row.Text("resourceGroupName") };

    /// <summary>Puts a row into a group.</summary>
    public static void Put(SimulatedRow row, ZecResourceGroup group)
    {
        row["resourceGroupId"] = group.ResourceGroupId;
        row["resourceGroupName"] = group.ResourceGroupName;
    }
}
