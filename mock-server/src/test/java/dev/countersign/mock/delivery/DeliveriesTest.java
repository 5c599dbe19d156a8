package dev.countersign.mock.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.exchange.Delay;
import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.Fault;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.ContractException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who says how an answer is delivered: request, operation, path, document, all. */
class DeliveriesTest {
    private static final DeliveryRule OF_ALL = new DeliveryRule(delay("1ms"), 1);

    private static Delivery delay(String text) {
        return new Delivery(Delay.parse(text), Duration.ZERO, Optional.empty());
    }

    private static LoadedContract document(String text) {
        return ContractLoader.load(text, "a.yaml", Path.of(""), LoadOptions.DEFAULT);
    }

    private static LoadedContract document(String ofDocument, String ofPath, String ofOperation) {
        return document("""
                openapi: 3.1.0
                info: {title: A, version: '1'}
                %s
                paths:
                  /a:
                    %s
                    get:
                      %s
                      responses: {'204': {description: ''}}
                """.formatted(ofDocument, ofPath, ofOperation));
    }

    private static Deliveries deliveries(LoadedContract document, DeliveryRule ofAll) {
        RandomGenerator random = new Random(7);
        return Deliveries.of(document, ofAll, () -> random, InstantSource.system());
    }

    private static Delivery ofAnswer(LoadedContract document, DeliveryRule ofAll, String target) {
        Mock mock = Mock.compile(document.contract(), MockOptions.DEFAULTS);
        return deliveries(document, ofAll).of(mock.walk(MockRequest.of("GET", target, List.of(), "")));
    }

    @ParameterizedTest
    @CsvSource({
        "'','','',/a,1ms",
        "'x-mock: {delay: 2ms}','','',/a,2ms",
        "'x-mock: {delay: 2ms}','x-mock: {delay: 3ms}','',/a,3ms",
        "'x-mock: {delay: 2ms}','x-mock: {delay: 3ms}','x-mock: {delay: 4}',/a,4ms",
        "'x-mock: {delay: 2ms}','x-mock: {delay: 3ms}','x-mock: {delay: 4}',/a?__delay=5ms,5ms",
        "'x-mock: {delay: 2ms}','','',/none,2ms",
    })
    void areThoseOfTheNearest(String document, String path, String operation, String target, String expected) {
        assertThat(ofAnswer(document(document, path, operation), OF_ALL, target))
                .isEqualTo(delay(expected));
    }

    @Test
    void joinWhatARequestLeavesOpen() {
        LoadedContract document = document("", "", "x-mock: {drip: 1s, fault: wrong-type, delay: 100ms..2s}");

        assertThat(ofAnswer(document, DeliveryRule.PLAIN, "/a?__delay=1s"))
                .isEqualTo(new Delivery(Delay.parse("1s"), Duration.ofSeconds(1), Optional.of(Fault.WRONG_TYPE)));
    }

    @Test
    void arePlainWhereNobodySaysAnything() {
        assertThat(ofAnswer(document("", "", ""), DeliveryRule.PLAIN, "/a")).isSameAs(Delivery.PLAIN);
    }

    @Test
    void repeatWithTheirSeed() {
        LoadedContract document = document("", "", "x-mock: {delay: '~300ms'}");
        List<Delivery> first = drawn(document, 1);

        assertThat(drawn(document, 1)).isEqualTo(first);
        assertThat(drawn(document, 2)).isNotEqualTo(first);
        assertThat(Set.copyOf(first)).hasSizeGreaterThan(1);
    }

    private static List<Delivery> drawn(LoadedContract document, long seed) {
        Mock mock = Mock.compile(document.contract(), MockOptions.DEFAULTS);
        RandomGenerator random = new Random(seed);
        Deliveries deliveries = Deliveries.of(document, DeliveryRule.PLAIN, () -> random, InstantSource.system());
        return Stream.generate(() -> deliveries.of(mock.walk(MockRequest.of("GET", "/a", List.of(), ""))))
                .limit(20)
                .toList();
    }

    @Test
    void failAsOftenAsTheyAreToldTo() {
        LoadedContract document = document("", "", "x-mock: {fault: close, rate: 0.25}");
        Mock mock = Mock.compile(document.contract(), MockOptions.DEFAULTS);
        Deliveries deliveries = deliveries(document, DeliveryRule.PLAIN);
        long failed = IntStream.range(0, 4_000)
                .filter(each -> deliveries
                        .of(mock.walk(MockRequest.of("GET", "/a", List.of(), "")))
                        .fault()
                        .isPresent())
                .count();

        // Five standard deviations around 1,000.
        assertThat(failed).isBetween(863L, 1_137L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x-mock: 200ms|a.yaml:8 (/paths/~1a/get/x-mock): error: x-mock must be an object.",
                "x-mock: {dealy: 1s}|x-mock has no \"dealy\". Did you mean \"delay\"?",
                "x-mock: {delay: soon}|(/paths/~1a/get/x-mock/delay): error: \"soon\" is no delay for x-mock. Write, for",
                "x-mock: {fault: fire}|Use one of: empty, truncated, malformed, wrong-type, reset, close, hang.",
                "x-mock: {drip: 1h}|\"1h\" is no drip for x-mock.",
                "x-mock: {fault: reset, rate: 2}|The rate is no number between 0 and 1.",
                "x-mock: {status: 200}|\"200\" is no status for x-mock. Write one from 400 to 599.",
                "x-mock: {status: often}|\"often\" is no status for x-mock.",
                "x-mock: {limit: 10}|(/paths/~1a/get/x-mock/limit): error: \"10\" is no limit for x-mock. Write, for",
                "x-mock: {limit: 0/60s}|is no limit",
                "x-mock: {limit: 5/0s}|is no limit",
                "x-mock: {limit: 5/500ms}|is no limit",
            })
    void areNotGuessed(String operation, String words) {
        LoadedContract document = document("", "", operation);

        assertThatThrownBy(() -> deliveries(document, DeliveryRule.PLAIN))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining(words);
    }
}
