package dev.countersign.client;

import static dev.countersign.client.RawServer.http;
import static dev.countersign.client.RawServer.json;
import static dev.countersign.client.TicketCalls.ids;
import static dev.countersign.client.TicketCalls.items;
import static dev.countersign.client.TicketCalls.targets;
import static dev.countersign.client.TicketCalls.tickets;
import static dev.countersign.client.TicketCalls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.client.RawServer.Script;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sample.zoo.api.TicketsApi.ListSoldParams;
import sample.zoo.api.TicketsApi.ListTicketsParams;
import sample.zoo.model.Ticket;

/** Answers that come in pages ({@code x-pagination}): which page follows, and which is the last. */
class PagesTest {
    private static final String JSON = "Content-Type: application/json";

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
}
