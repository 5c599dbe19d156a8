package dev.countersign.client;

import static dev.countersign.client.RawServer.bytes;
import static dev.countersign.client.RawServer.http;
import static dev.countersign.client.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countersign.client.TransportException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sample.zoo.ZooClient;
import sample.zoo.api.AnimalsApi.ListAnimalsParams;
import sample.zoo.model.Animal;
import sample.zoo.model.Login;
import sample.zoo.model.Session;

@Timeout(60) // Some wait for what only comes when the client does its part.
class AsyncCallsTest {
    private static final String ANIMAL = "{\"id\":1,\"kind\":\"lion\",\"weight\":120.50}";
    private static final String SESSION = "{\"token\":\"t\",\"seconds\":1}";
    private static final Login LOGIN = Login.builder().user("u").password("p").build();

    private static ClientBuilder<ZooClient> client(RawServer server) {
        return ZooClient.builder().baseUrl(server.url()).timeout(Duration.ofSeconds(30));
    }

    static Stream<RawServer.Script> answers() {
        return Stream.of(
                json(200, SESSION),
                json(200, "{\"token\":\"t\"}"),
                http(200, "<html/>", "Content-Type: text/html"),
                json(400, "{\"title\":\"no\"}"),
                json(400, "nonsense"),
                http(307, "", "Location: /"),
                json(503, ""),
                bytes("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"),
                bytes("nonsense\r\n\r\n"),
                out -> {},
                RawServer.silence());
    }

    @ParameterizedTest
    @MethodSource("answers")
    void endsAsThePlainCallDoes(RawServer.Script answer) {
        try (RawServer server = RawServer.playing(answer);
                ZooClient client =
                        client(server).timeout(Duration.ofMillis(500)).build()) {
            Session[] session = new Session[2];
            Throwable plain = catchThrowable(() -> session[0] = client.keepers().login(LOGIN));
            Throwable later = catchThrowable(
                    () -> session[1] = client.async().keepers().login(LOGIN).join());

            assertThat(session[1]).isEqualTo(session[0]);
            if (plain != null) {
                assertThat(later).isInstanceOf(CompletionException.class);
                assertThat(later.getCause()).hasSameClassAs(plain).hasMessage(plain.getMessage());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void endsWithItsResponseAsThePlainCallDoes(RawServer.Script answer) {
        try (RawServer server = RawServer.playing(answer);
                ZooClient client =
                        client(server).timeout(Duration.ofMillis(500)).build()) {
            List<Object> plain = new ArrayList<>();
            List<Object> later = new ArrayList<>();
            Throwable thrown =
                    catchThrowable(() -> tell(client.keepers().withResponse().login(LOGIN), plain));
            Throwable failed = catchThrowable(() ->
                    tell(client.async().keepers().withResponse().login(LOGIN).join(), later));

            assertThat(later).isEqualTo(plain);
            if (thrown != null) {
                assertThat(failed).isInstanceOf(CompletionException.class);
                assertThat(failed.getCause()).hasSameClassAs(thrown).hasMessage(thrown.getMessage());
            } else {
                assertThat(later).isNotEmpty();
            }
        }
    }

    private static void tell(ApiResponse<Session> response, List<Object> told) {
        told.addAll(List.of(response.status(), response.headers(), response.isSuccess(), response.text()));
        told.add(response.body());
        told.add(response.error().map(Object::toString));
    }

    @Test
    void failsItsFutureWhenACallCannotEvenBeMade() {
        try (RawServer server = RawServer.playing(json(200, "[]"));
                ZooClient client = client(server).build()) {
            CompletableFuture<List<Animal>> future = client.async()
                    .animals()
                    .listAnimals(ListAnimalsParams.builder()
                            .xTrace(List.of("line\nbreak"))
                            .build());

            assertThatThrownBy(future::join)
                    .hasCauseInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith(
                            "the value of header X-Trace has a character at index 4 that no header can carry: only"
                                    + " visible ASCII, spaces and tabs are allowed (RFC 9110 section 5.5)");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aCancelledCallGivesItsConnectionUpBeforeTheAnswerAndInTheMiddleOfIt() throws InterruptedException {
        List<RawServer.Script> beginnings = List.of(
                out -> {}, bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"));
        for (RawServer.Script beginning : beginnings) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch givenUp = new CountDownLatch(1);
            try (RawServer server = RawServer.playing(out -> {
                        beginning.answer(out);
                        begun.countDown();
                        out.awaitEnd();
                        givenUp.countDown();
                    });
                    ZooClient client = client(server).build()) {
                CompletableFuture<Session> future = client.async().keepers().login(LOGIN);
                begun.await();

                assertThat(future.cancel(true)).isTrue();
                givenUp.await();
                assertThat(future).isCancelled();
            }
        }
    }

    @Test
    void aCallWhoseFutureIsCompletedBySomebodyElseIsAbortedToo() throws InterruptedException {
        CountDownLatch givenUp = new CountDownLatch(1);
        try (RawServer server = RawServer.playing(out -> {
                    out.awaitEnd();
                    givenUp.countDown();
                });
                ZooClient client = client(server).build()) {
            CompletableFuture<Session> future = client.async().keepers().login(LOGIN);
            server.awaitRequests(1);

            future.completeExceptionally(new IllegalStateException("enough"));
            givenUp.await();
        }
    }

    @Test
    void noThreadOfTheClientsWaitsForAnswers() throws InterruptedException {
        int calls = 50;
        try (RawServer server = RawServer.playing(RawServer.silence());
                ZooClient client = client(server).build()) {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            List<CompletableFuture<Session>> futures = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                futures.add(client.async().keepers().login(LOGIN));
            }
            server.awaitRequests(calls);

            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> !before.contains(thread))
                    .extracting(Thread::getName)
                    .doesNotContain("countersign-client");
            futures.forEach(future -> future.cancel(true));
        }
    }

    /** Threads of a fixed number, the common pool's for instance, would all wait in vain. */
    @Test
    void whatComesAfterCallsMayWaitForAsManyOthers() {
        int calls = Runtime.getRuntime().availableProcessors() + 4;
        CountDownLatch chained = new CountDownLatch(1);
        CountDownLatch all = new CountDownLatch(calls);
        try (RawServer server = RawServer.playing(out -> {
                    chained.await();
                    json(200, ANIMAL).answer(out);
                });
                ZooClient client = client(server).build()) {
            List<CompletableFuture<Void>> futures = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                futures.add(client.async().animals().getAnimal("1").thenAccept(animal -> {
                    all.countDown();
                    try {
                        all.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
            }
            // What is chained to an answer that is there already is done by this thread, which has calls to make yet.
            chained.countDown();
            futures.forEach(CompletableFuture::join);
        }
    }

    @Test
    void whatComesAfterACallMayCallTheClient() {
        try (RawServer server = RawServer.playing(json(200, ANIMAL));
                ZooClient client = client(server).build()) {
            CompletableFuture<Animal> second = client.async()
                    .animals()
                    .getAnimal("1")
                    .thenApply(first -> client.animals().getAnimal(String.valueOf(first.id() + 1)));

            assertThat(second.join().id()).isEqualTo(1);
        }
    }

    /** Not on one of the JDK's, of which there may be too few for those who wait there. */
    @ParameterizedTest
    @ValueSource(ints = {200, 404})
    void whatComesAfterACallIsDoneOnAThreadOfTheClients(int status) {
        CountDownLatch chained = new CountDownLatch(1);
        try (RawServer server = RawServer.playing(out -> {
                    chained.await();
                    json(status, ANIMAL).answer(out);
                });
                ZooClient client = client(server).build()) {
            CompletableFuture<String> thread = client.async()
                    .animals()
                    .getAnimal("1")
                    .handle((animal, error) -> Thread.currentThread().getName());
            chained.countDown();

            assertThat(thread.join()).isEqualTo("countersign-client");
        }
    }

    @Test
    void isSentAgainAsThePolicyHasIt() {
        List<Duration> pauses = new CopyOnWriteArrayList<>();
        try (RawServer server = RawServer.playing(
                        json(503, ""), http(429, "", "Retry-After: 7"), out -> out.reset(), json(200, ANIMAL));
                ZooClient client = client(server)
                        .retries(RetryPolicy.upTo(3).withJitter(0))
                        .pause(pauses::add)
                        .build()) {
            assertThat(client.async().animals().getAnimal("1").join().id()).isEqualTo(1);
            assertThat(pauses).startsWith(Duration.ofMillis(500), Duration.ofSeconds(7));
        }
    }

    @Test
    void waitsForARetryByTheClockWhenNoOtherPauseIsGiven() {
        try (RawServer server = RawServer.playing(json(503, ""), json(200, ANIMAL));
                ZooClient client = client(server)
                        .retries(RetryPolicy.upTo(1).withBackOff(Duration.ofMillis(1), 1, Duration.ofMillis(1)))
                        .build()) {
            assertThat(client.async().animals().getAnimal("1").join().id()).isEqualTo(1);
        }
    }

    @Test
    void isNotSentAgainAfterItWasCancelledInAPause() throws InterruptedException {
        CountDownLatch pausing = new CountDownLatch(1);
        try (RawServer server = RawServer.playing(json(503, ""));
                ZooClient client = client(server)
                        .retries(RetryPolicy.upTo(5))
                        .pause(duration -> {
                            pausing.countDown();
                            new CountDownLatch(1).await();
                        })
                        .build()) {
            CompletableFuture<Animal> future = client.async().animals().getAnimal("1");
            pausing.await();
            future.cancel(true);

            assertThat(client.withOptions(RequestOptions.none().withRetries(RetryPolicy.none()))
                            .async()
                            .animals()
                            .getAnimal("2"))
                    .failsWithin(Duration.ofSeconds(30));
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void asksForATokenOnAThreadOfItsOwnAndFailsWithIt() {
        List<String> askedOn = new CopyOnWriteArrayList<>();
        Credential token = Credential.from(() -> {
            askedOn.add(Thread.currentThread().getName());
            if (askedOn.size() == 2) {
                throw new IllegalStateException("no token today");
            }
            return "t" + askedOn.size();
        });
        try (RawServer server = RawServer.playing(json(200, ANIMAL));
                ZooClient client = client(server).bearer(token).build()) {
            client.async().animals().getAnimal("1").join();

            assertThat(server.onlyRequest()).contains("Authorization: Bearer t1\r\n");
            assertThat(askedOn).containsExactly("countersign-client");
            assertThatThrownBy(() -> client.async().animals().getAnimal("1").join())
                    .hasCause(new IllegalStateException("no token today"));
        }
    }

    @Test
    void tellsObserversBeforeAndAfterEveryAttempt() throws InterruptedException {
        List<String> told = new CopyOnWriteArrayList<>();
        CountDownLatch failed = new CountDownLatch(1);
        CallObserver observer = new CallObserver() {
            @Override
            public void onRequest(CallInfo call) {
                told.add(call.operation() + " #" + call.attempt());
            }

            @Override
            public void onResponse(CallInfo call, ReceivedResponse response, Duration took) {
                told.add(String.valueOf(response.status()));
            }

            @Override
            public void onFailure(CallInfo call, TransportException failure, Duration took) {
                told.add(failure.getMessage());
                failed.countDown();
            }
        };
        try (RawServer server = RawServer.playing(json(503, ""), json(200, ANIMAL), RawServer.silence());
                ZooClient client = client(server)
                        .retries(RetryPolicy.upTo(1))
                        .pause(duration -> {})
                        .observer(observer)
                        .build()) {
            client.async().animals().getAnimal("1").join();
            CompletableFuture<Session> cancelled = client.async().keepers().login(LOGIN);
            server.awaitRequests(3);
            cancelled.cancel(true);
            failed.await();

            assertThat(told)
                    .containsExactly(
                            "GET /animals/{id} #1",
                            "503",
                            "GET /animals/{id} #2",
                            "200",
                            "POST /keepers/login #1",
                            "POST /keepers/login got no answer: the call was cancelled");
        }
    }

    @Test
    void closingTheClientFailsWhatIsUnderWayAndWhatComesAfter() throws InterruptedException {
        try (RawServer server = RawServer.playing(RawServer.silence())) {
            ZooClient client = client(server).build();
            CompletableFuture<Session> waiting = client.async().keepers().login(LOGIN);
            server.awaitRequests(1);
            client.close();
            String closed = "POST /keepers/login got no answer: the client was closed";

            assertThatThrownBy(waiting::join).cause().hasMessage(closed).isInstanceOf(TransportException.class);
            assertThatThrownBy(() -> client.async().keepers().login(LOGIN).join())
                    .cause()
                    .hasMessage(closed);
            Failures.assertFails(() -> client.keepers().login(LOGIN), Kind.CLOSED, closed);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void closingTheClientFailsAPlainCallWithoutAnInterruptThatStays() throws InterruptedException {
        try (RawServer server = RawServer.playing(RawServer.silence())) {
            ZooClient client = client(server).build();
            Throwable[] thrown = new Throwable[1];
            boolean[] flag = new boolean[1];
            Thread caller = new Thread(() -> {
                thrown[0] = catchThrowable(() -> client.keepers().login(LOGIN));
                flag[0] = Thread.currentThread().isInterrupted();
            });
            caller.start();
            server.awaitRequests(1);
            client.close();
            caller.join();

            assertThat(thrown[0])
                    .isInstanceOf(TransportException.class)
                    .hasMessage("POST /keepers/login got no answer: the client was closed");
            assertThat(flag[0]).isFalse();
        }
    }
}
