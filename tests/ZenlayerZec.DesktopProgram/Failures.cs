using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.DesktopProgram;

/// <summary>Sends a change to a service that does not answer, and prints what the error says of it.</summary>
internal static class Failures
{
    /// <param name="accessKeyId">The access key's ID.</param>
    /// <param name="accessKeySecret">Its secret.</param>
    /// <param name="endpoint">Where the service is.</param>
    public static async Task RunAsync(string accessKeyId, string accessKeySecret, string endpoint)
    {
        using var client = new ZecClient(new ZecClientOptions(ZecCredential.FromAccessKey(accessKeyId, accessKeySecret, "the arguments"))
        {
            Endpoint = ZecEndpoint.Parse(endpoint),
            AttemptTimeout = TimeSpan.FromSeconds(1),
            MaximumAttempts = 1,
        });
        try
        {
            await client.InvokeAsync(new ApiRequest("ReleaseInstances", ApiObject.Empty), new ZecCallOptions(), CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (ZecException failure)
        {
            Console.WriteLine($"{failure.Code} {failure.OutcomeUnknown}");
        }
    }
}
