package dev.countersign.client;

import static dev.countersign.client.RawServer.http;
import static dev.countersign.client.TicketCalls.ids;
import static dev.countersign.client.TicketCalls.targets;
import static dev.countersign.client.TicketCalls.tickets;
import static dev.countersign.client.TicketCalls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import sample.zoo.api.TicketsApi;
import sample.zoo.api.TicketsApi.ListSoldParams;
import sample.zoo.api.TicketsApi.ListTicketsParams;
import sample.zoo.model.Ticket;

/** The items of all pages, and when each page is asked for. */
class PagerTest {
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
