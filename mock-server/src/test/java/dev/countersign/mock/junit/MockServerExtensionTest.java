package dev.countersign.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.countersign.mock.MockOptions;
import dev.countersign.mock.choose.Refusals;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Whole test runs with the extension. */
class MockServerExtensionTest {
    private static final String NOTES = "contracts/notes.yaml";

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute();
    }

    private static EngineExecutionResults runConcurrently(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute();
    }

    private static void assertAllSucceed(EngineExecutionResults results, int tests) {
        results.allEvents().assertStatistics(all -> all.failed(0).aborted(0));
        results.testEvents().assertStatistics(all -> all.succeeded(tests));
    }

    static class OneAfterTheOther {
        @RegisterExtension
        static final MockServerExtension mock = MockServerExtension.serving(NOTES);

        private static Calling shared;
        private final Calling own = new Calling(mock.url());

        @BeforeAll
        static void connect() {
            shared = new Calling(mock.url());
            shared.get("/notes");
        }

        @RepeatedTest(3)
        void findsNothingOfTheTestsBefore() {
            assertThat(mock.requests()).isEmpty();
            assertThat(shared.get("/notes").statusCode()).isEqualTo(200);
            mock.prefer("code=503");
            assertThat(own.get("/notes").statusCode()).isEqualTo(503);
            mock.assertCalled("listNotes").times(2);
        }

        @Test
        void knowsTheMockInThreadsOfItsOwn() {
            assertThat(CompletableFuture.supplyAsync(mock::url).join()).isEqualTo(shared.url());
        }

        @Nested
        class Inner {
            @Test
            void hasTheSameMockEmptied() {
                assertThat(mock.url()).isEqualTo(shared.url());
                assertThat(mock.requests()).isEmpty();
            }
        }
    }

    @Test
    void testsThatFollowEachOtherShareAnAddressAndNothingElse() {
        assertAllSucceed(run(OneAfterTheOther.class), 5);
    }

    static class AllAtOnce {
        @RegisterExtension
        static final MockServerExtension mock = MockServerExtension.serving(NOTES);

        static final CyclicBarrier ALL_HAVE_PREFERRED = new CyclicBarrier(3);
        static final Set<String> ADDRESSES = ConcurrentHashMap.newKeySet();

        private final Calling own = new Calling(mock.url());

        @ParameterizedTest
        @ValueSource(ints = {200, 503, 404})
        void seesItsOwnPreferenceAndRequest(int status, MockedApi api, @MockUrl String url) throws Exception {
            mock.prefer("code=" + status);
            ALL_HAVE_PREFERRED.await(30, TimeUnit.SECONDS);

            assertThat(own.get("/notes").statusCode()).isEqualTo(status);
            ALL_HAVE_PREFERRED.await(30, TimeUnit.SECONDS);
            assertThat(mock.requests()).hasSize(1);
            assertThat(mock.requests().get(0).status()).isEqualTo(status);
            assertThat(api).isSameAs(mock.api());
            assertThat(own.url()).isEqualTo(url);
            ADDRESSES.add(url);
        }
    }

    @Test
    void testsThatRunAtOnceHaveAnAddressEach() {
        assertAllSucceed(runConcurrently(AllAtOnce.class), 3);
        assertThat(AllAtOnce.ADDRESSES).hasSize(3);
    }

    static class WithOptions {
        @RegisterExtension
        static final MockServerExtension mock =
                MockServerExtension.serving(NOTES).withOptions(MockOptions.DEFAULTS.with(Refusals.NONE));

        @Test
        void forgives() {
            assertThat(new Calling(mock.url()).post("/notes", "{}").statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void answersAsItsOptionsSay() {
        assertAllSucceed(run(WithOptions.class), 1);
    }

    static class InAnInstance {
        @RegisterExtension
        final MockServerExtension mock = MockServerExtension.serving("src/test/resources/" + NOTES);

        @RepeatedTest(2)
        void isServedPerTest() {
            assertThat(new Calling(mock.url()).get("/notes").statusCode()).isEqualTo(200);
            mock.assertCalled("listNotes").times(1);
        }
    }

    @Test
    void servesATestInstanceOfItsOwn() {
        assertAllSucceed(run(InAnInstance.class), 2);
    }

    @WithMockServer(NOTES)
    static class Annotated {
        private final URI address;

        Annotated(@MockUrl URI address) {
            this.address = address;
        }

        @RepeatedTest(2)
        void takesTheMockAsParameter(MockedApi mock, @MockUrl String url) {
            assertThat(mock.url()).isEqualTo(url).isEqualTo(address.toString());
            mock.prefer("code=503");
            assertThat(new Calling(url).get("/notes").statusCode()).isEqualTo(503);
            mock.assertCalled("listNotes").times(1);
        }

        @Nested
        class Inner {
            @Test
            void hasItToo(MockedApi mock) {
                assertThat(mock.uri()).isEqualTo(address);
                assertThat(new Calling(mock.url()).get("/notes").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void anAnnotationDoesTheSame() {
        assertAllSucceed(run(Annotated.class), 3);
        assertAllSucceed(runConcurrently(Annotated.class), 3);
    }

    static class Disappointed {
        @RegisterExtension
        static final MockServerExtension mock = MockServerExtension.serving(NOTES);

        @Test
        void expectsACall() {
            new Calling(mock.url()).get("/notes");
            mock.assertCalled("addNote");
        }
    }

    @Test
    void aFailureNamesTheOperationAndWhatWasSent() {
        run(Disappointed.class)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                instanceOf(AssertionError.class),
                                message(String.join(
                                        System.lineSeparator(),
                                        "addNote (POST /notes) was not called. These requests were sent:",
                                        "  GET /notes -> 200, listNotes")))));
    }

    @WithMockServer("nowhere.yaml")
    static class Lost {
        @Test
        void isNotRun() {}
    }

    @Test
    void saysWhereItLookedForADocument() {
        run(Lost.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                instanceOf(ExtensionConfigurationException.class),
                                message("There is no document \"nowhere.yaml\": neither a file "
                                        + Path.of("nowhere.yaml").toAbsolutePath()
                                        + " nor a resource on the class path."))));
    }

    static class Stopped {
        @RegisterExtension
        static final MockServerExtension mock = MockServerExtension.serving(NOTES);

        private static String url;

        @Test
        void runs() {
            url = mock.url();
        }
    }

    @Test
    void stopsWithItsTests() {
        assertAllSucceed(run(Stopped.class), 1);

        assertThat(catchThrowable(() -> new Calling(Stopped.url).get("/notes")))
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(catchThrowable(Stopped.mock::url))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No test with this mock server is running. Ask for it in a test, its set-up, or a field of"
                        + " its instance, not in a static field.");
    }
}
