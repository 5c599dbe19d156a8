package dev.countersign.client;

import static dev.countersign.client.RawServer.http;
import static dev.countersign.client.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.client.RawServer.Script;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sample.zoo.ZooClient;
import sample.zoo.api.TicketsApi;
import sample.zoo.api.TicketsApi.ListSoldParams;
import sample.zoo.api.TicketsApi.ListTicketsParams;
import sample.zoo.model.Ticket;

/** Answers that come in pages ({@code x-pagination}). */
class PagesTest {
    private static final String JSON = "Content-Type: application/json";

    private static <T> T with(RawServer server, Function<TicketsApi, T> calls) {
        try (ZooClient client = ZooClient.builder()
                .baseUrl(server.url())
                .credential("key", Credential.of("k"))
                .build()) {
            return calls.apply(client.tickets());
        }
    }

    private static <T> List<T> items(RawServer server, Function<TicketsApi, Pager<T>> call) {
        return with(server, api -> call.apply(api).stream().toList());
    }

    private static List<Long> ids(RawServer server, Function<TicketsApi, Pager<Ticket>> call) {
        return items(server, call).stream().map(Ticket::id).toList();
    }

    /** The targets that were asked for, in order. */
    private static List<String> targets(RawServer server) {
        return server.requests().stream()
                .map(request -> request.substring(request.indexOf(' ') + 1, request.indexOf(" HTTP/")))
                .toList();
    }

    private static Script tickets(String meta, int... ids) {
        String items = String.join(
                ",", IntStream.of(ids).mapToObj(id -> "{\"id\":" + id + "}").toList());
        return json(200, "{\"tickets\":[" + items + "]" + meta + "}");
    }

    @Test
    void areCountedUntilOneIsEmpty() {
        try (RawServer server = RawServer.playing(tickets("", 1, 2), tickets("", 3), tickets(""))) {
            ListTicketsParams params =
                    ListTicketsParams.builder().size(2).answer("a b").build();

            assertThat(ids(server, api -> api.paged().listTickets(params))).containsExactly(1L, 2L, 3L);
            assertThat(targets(server))
                    .containsExactly(
                            "/tickets?size=2&answer=a%20b&api_key=k",
                            "/tickets?size=2&answer=a%20b&page=2&api_key=k",
                            "/tickets?size=2&answer=a%20b&page=3&api_key=k");
        }
    }

    @Test
    void areCountedFromTheOneThatTheCallerNames() {
        try (RawServer server = RawServer.playing(tickets("", 1), tickets(""))) {
            ListTicketsParams params = ListTicketsParams.builder().page(7).build();

            assertThat(ids(server, api -> api.paged().listTickets(params))).containsExactly(1L);
            assertThat(targets(server)).containsExactly("/tickets?page=7&api_key=k", "/tickets?page=8&api_key=k");
        }
    }

    @Test
    void endWithTheTotalWhereTheContractNamesIt() {
        try (RawServer server =
                RawServer.playing(tickets(",\"meta\":{\"total\":3}", 1, 2), tickets(",\"meta\":{\"total\":3}", 3))) {
            List<Page<Ticket>> pages = with(server, api -> {
                Pager<Ticket> pager = api.paged().listTickets();
                return Stream.generate(pager.pages().iterator()::next).limit(2).toList();
            });
            assertThat(pages).extracting(Page::total).containsOnly(OptionalLong.of(3));
            assertThat(pages).extracting(page -> page.response().status()).containsOnly(200);

            assertThat(ids(server, api -> api.paged().listTickets().maxItems(1)))
                    .containsExactly(3L);
            assertThat(targets(server)).hasSize(3);
        }
        try (RawServer server =
                RawServer.playing(tickets(",\"meta\":{\"total\":3}", 1, 2), tickets(",\"meta\":{\"total\":3}", 3))) {
            assertThat(ids(server, api -> api.paged().listTickets())).containsExactly(1L, 2L, 3L);
            assertThat(targets(server)).hasSize(2);
        }
    }

    @Test
    void areFoundByTheNumberOfItemsBefore() {
        try (RawServer server =
                RawServer.playing(json(200, "[{\"id\":1},{\"id\":2}]"), json(200, "[{\"id\":3}]"), json(200, "[]"))) {
            ListSoldParams params = ListSoldParams.builder().limit(2L).build();

            assertThat(ids(server, api -> api.paged().listSold(10L, params))).containsExactly(1L, 2L, 3L);
            assertThat(targets(server))
                    .containsExactly(
                            "/tickets/sold?offset=10&limit=2",
                            "/tickets/sold?limit=2&offset=12",
                            "/tickets/sold?limit=2&offset=13");
        }
    }

    @Test
    void followCursorsUntilThereIsNone() {
        try (RawServer server = RawServer.playing(
                json(200, "{\"page\":{\"lines\":[\"a\"],\"next\":\"x/&y\"}}"),
                json(200, "{\"page\":{\"lines\":null,\"next\":\"z\"}}"),
                json(200, "{\"page\":{\"lines\":[\"b\"],\"next\":null}}"))) {
            assertThat(items(server, api -> api.paged().readLog("today", "body")))
                    .containsExactly("a", "b");
            assertThat(targets(server))
                    .containsExactly(
                            "/tickets/log/today",
                            "/tickets/log/today?after%5Bit%5D=x%2F%26y",
                            "/tickets/log/today?after%5Bit%5D=z");
            assertThat(server.requests())
                    .allSatisfy(request -> assertThat(request).endsWith("\r\n\r\n\"body\""));
            // Each page is another call, with an idempotency key of its own.
            assertThat(server.requests().stream()
                            .flatMap(String::lines)
                            .filter(line ->
                                    line.toLowerCase(java.util.Locale.ROOT).startsWith("idempotency-key:"))
                            .distinct())
                    .hasSize(3);
        }
        for (String last : List.of("{}", "{\"page\":null}", "{\"page\":{}}", "{\"page\":{\"next\":\"\"}}")) {
            try (RawServer server = RawServer.playing(json(200, last))) {
                assertThat(items(server, api -> api.paged().readLog("today", "body")))
                        .isEmpty();
                assertThat(targets(server)).hasSize(1);
            }
        }
    }

    @Test
    void followLinkHeaders() {
        try (RawServer server = RawServer.playing(
                http(200, "[\"a\"]", JSON, "Link: </tickets/gates?page=2&api_key=echoed>; rel=\"next\""),
                http(200, "[\"b\"]", JSON, "Link: <?page=3>; rel=next, <?page=1>; rel=prev"),
                http(200, "[\"c\"]", JSON, "Link: </elsewhere/4>; rel=\"NEXT last\"; title=\"a, <b>; rel=x\""),
                http(200, "[\"d\"]", JSON, "Link: <?page=1>; rel=first"))) {
            assertThat(items(server, api -> api.paged().listGates())).containsExactly("a", "b", "c", "d");
            assertThat(targets(server))
                    .containsExactly(
                            "/tickets/gates?api_key=k",
                            "/tickets/gates?page=2&api_key=k",
                            "/tickets/gates?page=3&api_key=k",
                            "/elsewhere/4?api_key=k");
        }
    }

    @Test
    void followLinksInTheBody() {
        try (RawServer server = RawServer.playing(
                out -> json(200, "{\"visits\":[1],\"links\":{\"next\":\"http://" + out.address() + "/v?2\"}}")
                        .answer(out),
                json(200, "{\"visits\":[2],\"links\":{\"next\":null}}"))) {
            assertThat(items(server, api -> api.paged().listVisits())).containsExactly(1L, 2L);
            assertThat(targets(server)).containsExactly("/tickets/visits", "/v?2");
        }
    }

    @Test
    void neverTakeCredentialsToAnotherServer() {
        for (String link :
                List.of("http://other.invalid/x", "//other.invalid/x", "mailto:me", "https://127.0.0.1/", "%")) {
            try (RawServer server = RawServer.playing(http(200, "[\"a\"]", JSON, "Link: <" + link + ">; rel=next"))) {
                assertThatThrownBy(() -> items(server, api -> api.paged().listGates()))
                        .isInstanceOf(DecodingException.class)
                        .hasMessage("GET /tickets/gates was answered with status 200, but its body does not fit the"
                                + " contract: the link to the next page is none to a page of the same server");
            }
        }
    }

    @Test
    void endWhereAServerLeadsInCircles() {
        Script same = json(200, "{\"page\":{\"lines\":[\"a\"],\"next\":\"x\"}}");
        Script other = json(200, "{\"page\":{\"lines\":[\"b\"],\"next\":\"y\"}}");
        try (RawServer server = RawServer.playing(same)) {
            assertCircle(server);
            assertThat(targets(server)).hasSize(2);
        }
        try (RawServer server = RawServer.playing(same, other, same, other, same, other, same, other, same, other)) {
            assertCircle(server);
            assertThat(targets(server)).hasSizeLessThan(8);
        }
        // The cursor of an empty last page may be the one that led there.
        try (RawServer server = RawServer.playing(same, json(200, "{\"page\":{\"lines\":[],\"next\":\"x\"}}"))) {
            assertThat(items(server, api -> api.paged().readLog("today", "body")))
                    .containsExactly("a");
        }
        // Who does not heed the parameter sends the first page for ever.
        try (RawServer server = RawServer.playing(tickets("", 1, 2))) {
            assertThatThrownBy(() -> ids(server, api -> api.paged().listTickets()))
                    .isInstanceOf(DecodingException.class);
            assertThat(targets(server)).hasSize(2);
        }
    }

    private static void assertCircle(RawServer server) {
        assertThatThrownBy(() -> items(server, api -> api.paged().readLog("today", "body")))
                .isInstanceOf(DecodingException.class)
                .hasMessageEndingWith("the page after it is one that was there before, so that they have no end");
    }

    @Test
    void areAskedForWhenTheirItemsAre() {
        try (RawServer server = RawServer.playing(tickets("", 1, 2), tickets("", 3, 4), tickets("", 5, 6))) {
            with(server, api -> {
                Pager<Ticket> pager = api.paged().listTickets();
                assertThat(targets(server)).isEmpty();
                Iterator<Ticket> items = pager.iterator();
                assertThat(targets(server)).isEmpty();
                items.next();
                items.next();
                assertThat(targets(server)).hasSize(1);
                items.next();
                assertThat(targets(server)).hasSize(2);
                return items;
            });
        }
    }

    @Test
    void areNotAskedForByAStreamThatHasEnough() {
        try (RawServer server = RawServer.playing(tickets("", 1, 2), tickets("", 3, 4), tickets("", 5, 6))) {
            List<Long> two = with(
                    server,
                    api -> api.paged().listTickets().stream()
                            .map(Ticket::id)
                            .limit(2)
                            .toList());
            assertThat(two).containsExactly(1L, 2L);
            assertThat(targets(server)).hasSize(1);
        }
        try (RawServer server = RawServer.playing(tickets("", 1, 2), tickets("", 3, 4), tickets("", 5, 6))) {
            assertThat(ids(
                            server,
                            api -> api.paged()
                                    .listTickets()
                                    .maxItems(9)
                                    .maxItems(4)
                                    .maxItems(7)))
                    .containsExactly(1L, 2L, 3L, 4L);
            assertThat(targets(server)).hasSize(2);
        }
        try (RawServer server = RawServer.playing(tickets(""))) {
            assertThat(ids(server, api -> api.paged().listTickets().maxItems(0)))
                    .isEmpty();
            assertThat(targets(server)).isEmpty();
        }
    }

    @Test
    void throwWhatTheCallThrowsAndGoOnFromThere() {
        try (RawServer server = RawServer.playing(tickets("", 1), http(429, ""), tickets("", 2), tickets(""))) {
            with(server, api -> {
                Iterator<Ticket> items = api.paged().listTickets().iterator();
                assertThat(items.next().id()).isEqualTo(1);
                assertThatThrownBy(items::next)
                        .isInstanceOfSatisfying(
                                ApiException.class, e -> assertThat(e.status()).isEqualTo(429));
                assertThat(items.next().id()).isEqualTo(2);
                assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
                return items;
            });
            assertThat(targets(server))
                    .containsExactly(
                            "/tickets?api_key=k",
                            "/tickets?page=2&api_key=k",
                            "/tickets?page=2&api_key=k",
                            "/tickets?page=3&api_key=k");
        }
    }

    @Test
    void needTheirRequiredArgumentsAtOnce() {
        try (RawServer server = RawServer.playing(tickets(""))) {
            assertThatThrownBy(() -> with(server, api -> api.paged().readLog("", "body")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(
                            () -> with(server, api -> api.paged().listTickets().maxItems(-1)))
                    .hasMessage("maxItems must not be negative, was -1");
        }
    }

    @Test
    void canBeStubbed() {
        TicketsApi.Paged stub = new TicketsApi.Paged() {
            @Override
            public Pager<Ticket> listTickets(ListTicketsParams params) {
                Ticket ticket = Ticket.builder().id(7L).build();
                ReceivedResponse answer =
                        new ReceivedResponse("stub", 200, Headers.of(java.util.Map.of()), new byte[0]);
                return Pager.of(List.of(
                        new Page<>(List.of(ticket), OptionalLong.empty(), ApiResponse.success(answer, null)),
                        new Page<>(List.of(ticket), OptionalLong.empty(), ApiResponse.success(answer, null))));
            }

            @Override
            public Pager<Ticket> listSold(long offset, ListSoldParams params) {
                return Pager.of(List.of());
            }

            @Override
            public Pager<String> readLog(String day, String body, TicketsApi.ReadLogParams params) {
                return Pager.of(List.of());
            }

            @Override
            public Pager<String> listGates() {
                return Pager.of(List.of());
            }

            @Override
            public Pager<Long> listVisits() {
                return Pager.of(List.of());
            }
        };

        assertThat(stub.listTickets()).extracting(Ticket::id).containsExactly(7L, 7L);
        assertThat(stub.listTickets().pages())
                .allSatisfy(page -> assertThat(page).hasToString("stub, 200, no content type, 0 bytes, 1 items"));
        assertThat(stub.listGates()).isEmpty();
    }
}
