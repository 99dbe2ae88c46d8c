using System.Text;
using System.Text.Json;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Account;

/// <summary>What can go wrong with one request of the simulated account: each fault does what it says.</summary>
public class FaultTests
{
    private const string Release = "ReleaseInstances";

    public static TheoryData<string> Exceptions => [.. SimulatedFault.UnusualExceptions.Select(make => make().GetType().FullName!)];

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/problem+json")]
    [InlineData("Application/JSON")]
    [InlineData(null)]
    public async Task The_true_answer_comes_under_any_content_type(string? contentType)
    {
        using var service = new SimulatedService();
        service.Simulator.Faults.Enqueue(SimulatedFault.None.WithContentType(contentType));

        using var answer = await service.PostAsync("DescribeInstances", "{}");

        Assert.Equal(contentType, answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(250, (await RawCalls.JsonAsync(answer)).GetProperty("response").GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_page_in_HTML_under_200_tells_nothing_of_what_was_done(bool carriesOut, int count)
    {
        using var service = new SimulatedService();
        var id = service.Ids(1)[0];
        service.Simulator.Faults.Enqueue(SimulatedFault.Html(carriesOut));

        using var answer = await service.PostAsync(Release, RawCalls.Body(id));

        Assert.Equal((200, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(count, service.Simulator.ReleaseCount(id));
    }

    [Theory]
    [InlineData(408, null)]
    [InlineData(504, null)]
    [InlineData(400, "REQUEST_TIMED_OUT")]
    [InlineData(400, "INVALID_OPERATION_TIMEOUT")]
    [InlineData(503, "SERVICE_TEMPORARY_UNAVAILABLE")]
    public async Task An_error_comes_after_the_effect(int status, string? code)
    {
        using var service = new SimulatedService();
        var id = service.Ids(1)[0];
        service.Simulator.Faults.Enqueue(SimulatedFault.Error(status, code, carriesOut: true));

        using var answer = await service.PostAsync(Release, RawCalls.Body(id));

        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((status, 1), ((int)answer.StatusCode, service.Simulator.ReleaseCount(id)));
        Assert.Contains(code ?? "<html>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_any_size_is_the_true_one_and_blanks()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1);
        service.Simulator.Faults.Enqueue(SimulatedFault.None.WithPadding(5_000_000));

        using var answer = await service.PostAsync("DescribeInstances", "{}");

        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(body.Length > 5_000_000);
        Assert.Equal(1, JsonDocument.Parse(body).RootElement.GetProperty("response").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task The_service_may_be_wrong_about_the_time()
    {
        using var service = new SimulatedService();
        var fault = SimulatedFault.Error(401, "AUTHFAILURE_SIGNATURE_EXPIRED").WithHeader("Date", "Fri, 31 Dec 9999 23:59:59 GMT");
        service.Simulator.Faults.Enqueue(fault);

        using var wrong = await service.PostAsync("DescribeInstances", "{}");
        using var right = await service.PostAsync("DescribeInstances", "{}");

        Assert.Equal(9999, wrong.Headers.Date!.Value.Year);
        Assert.Equal(service.Clock.GetUtcNow(), right.Headers.Date);
    }

    [Theory]
    [InlineData("3 rows", 17)]
    [InlineData("30 rows", 0)]
    [InlineData("half", 10)]
    [InlineData("a trace", 19)]
    [InlineData("all", 0)]
    public async Task A_page_lacks_rows_while_its_count_is_true(string missing, int rows)
    {
        using var service = new SimulatedService();
        service.Simulator.Faults.Enqueue(missing switch
        {
            "3 rows" => SimulatedFault.PartialPage(3),
            "30 rows" => SimulatedFault.PartialPage(30),
            "half" => SimulatedFault.PartialPage(0.5),
            "a trace" => SimulatedFault.PartialPage(0.0001),
            _ => SimulatedFault.EmptyPage,
        });

        var page = await service.AskAsync("DescribeInstances", "{}");

        Assert.Equal((250, rows), (page.GetProperty("totalCount").GetInt32(), page.GetProperty("dataSet").GetArrayLength()));
        Assert.Equal(service.Ids(rows), page.GetProperty("dataSet").EnumerateArray().Select(row => row.GetProperty("instanceId").GetString()));
    }

    [Fact]
    public async Task A_page_has_null_or_nothing_in_place_of_its_rows()
    {
        using var service = new SimulatedService();
        service.Simulator.Faults.Enqueue(SimulatedFault.NullPage);
        service.Simulator.Faults.Enqueue(SimulatedFault.AbsentPage);

        Assert.Equal(JsonValueKind.Null, (await service.AskAsync("DescribeInstances", "{}")).GetProperty("dataSet").ValueKind);
        Assert.False((await service.AskAsync("DescribeInstances", "{}")).TryGetProperty("dataSet", out _));
    }

    [Fact]
    public async Task A_count_promises_more_rows_than_there_could_ever_be()
    {
        using var service = new SimulatedService();
        service.Simulator.Faults.Enqueue(SimulatedFault.TotalCount(int.MaxValue));

        var page = await service.AskAsync("DescribeInstancesStatus", "{}");

        Assert.Equal((int.MaxValue, 20), (page.GetProperty("totalCount").GetInt32(), page.GetProperty("dataSet").GetArrayLength()));
    }

    [Fact]
    public async Task What_is_no_list_is_left_alone_by_the_faults_of_lists()
    {
        using var service = new SimulatedService();
        var id = service.Ids(1)[0];
        service.Simulator.Faults.Enqueue(SimulatedFault.PartialPage(1));

        await service.AskAsync(Release, RawCalls.Body(id));

        Assert.Equal(1, service.Simulator.ReleaseCount(id));
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task Any_exception_comes_before_sending_and_then_nothing_was_done(string type)
    {
        using var service = new SimulatedService();
        var id = service.Ids(1)[0];
        service.Simulator.Faults.Enqueue(SimulatedFault.ThrowBeforeSending(Make(type)));

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => service.PostAsync(Release, RawCalls.Body(id)));

        Assert.Equal((type, 0), (thrown.GetType().FullName, service.Simulator.ReleaseCount(id)));
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task Any_exception_comes_in_place_of_the_headers_and_then_nobody_knows_what_was_done(string type)
    {
        using var service = new SimulatedService();
        var ids = service.Ids(2);
        service.Simulator.Faults.Enqueue(SimulatedFault.Throw(Make(type), carriesOut: true));
        service.Simulator.Faults.Enqueue(SimulatedFault.Throw(Make(type), carriesOut: false));

        foreach (var id in ids)
        {
            Assert.Equal(type, (await Assert.ThrowsAnyAsync<Exception>(() => service.PostAsync(Release, RawCalls.Body(id)))).GetType().FullName);
        }

        Assert.Equal([1, 0], ids.Select(service.Simulator.ReleaseCount));
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task Any_exception_comes_in_the_middle_of_the_body_of_what_was_done(string type)
    {
        using var service = new SimulatedService();
        var id = service.Ids(1)[0];
        service.Simulator.Faults.Enqueue(SimulatedFault.ThrowInBody(Make(type)));

        using var answer = await service.PostAsync(Release, RawCalls.Body(id));
        var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));

        Assert.Equal((type, 1), (thrown.GetType().FullName, service.Simulator.ReleaseCount(id)));
    }

    [Fact]
    public async Task A_body_that_stalls_is_waited_for_until_the_time_is_up()
    {
        using var service = new SimulatedService();
        var start = service.Clock.GetUtcNow();
        service.Simulator.Faults.Enqueue(SimulatedFault.Stall());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40), service.Clock);

        using var answer = await service.PostAsync("DescribeInstances", "{}");
        var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var got = new MemoryStream();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.CopyToAsync(got, limit.Token));

        Assert.StartsWith("{\"requestId\"", Encoding.UTF8.GetString(got.ToArray()), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(40), service.Clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_body_that_stalls_ends_for_who_closes_it()
    {
        using var service = new SimulatedService();
        service.Simulator.Faults.Enqueue(SimulatedFault.Stall());
        using var answer = await service.PostAsync("DescribeInstances", "{}");
        var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        var reading = stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        await stream.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => reading);
    }

    [Fact]
    public void A_fault_says_in_words_what_it_is()
    {
        Assert.Equal("drop", $"{SimulatedFault.Drop(carriesOut: false)}");
        Assert.Equal("hang, carried out", $"{SimulatedFault.Hang(carriesOut: true)}");
        Assert.Equal("drop, carried out 5 s later", $"{SimulatedFault.Late(TimeSpan.FromSeconds(5), SimulatedFault.Drop(carriesOut: false))}");
        Assert.Equal("none, text/plain, carried out", $"{SimulatedFault.None.WithContentType("text/plain")}");
        Assert.Equal(
            "OutOfMemoryException before the headers",
            $"{SimulatedFault.Throw(Make("System.OutOfMemoryException"), carriesOut: false)}");
    }

    private static Func<Exception> Make(string type)
        => SimulatedFault.UnusualExceptions.First(make => make().GetType().FullName == type);
}
