package dev.countersign.verify.report;

import java.util.List;

/**
 * A layer of verification that asks the same of every operation.
 *
 * @param title what heads its column
 * @param meaning what is asked
 */
record Layer(String test, String method, String title, String meaning) {
    /** In the order in which a case goes through them. */
    static final List<Layer> ALL = List.of(
            new Layer(
                    "ConsumerTest",
                    "clientKeepsTheContract",
                    "client",
                    "The generated client makes the documented call, and hands out the documented answer or exception."),
            new Layer(
                    "ConsumerTest",
                    "clientKeepsAdditionalFields",
                    "client, more fields",
                    "Fields that the contract does not name pass through the client, both ways."),
            new Layer("PactIT", "pactSaysWhatTheContractSays", "pact", "The pact file says what the contract says."),
            new Layer(
                    "ProviderIT",
                    "providerKeepsThePact",
                    "provider",
                    "The packaged mock server, or the provider that -Dprovider.url names, answers as the pact says; the mock"
                            + " server with the very example."),
            new Layer(
                    "ProviderIT",
                    "mockServerIsATrueProviderByTypeToo",
                    "mock, by type",
                    "The mock server is held to types only, like a real provider."),
            new Layer(
                    "RefusalIT",
                    "mockServerRefusesWhatTheContractForbids",
                    "mock, refusals",
                    "The mock server refuses malformed and wrong requests, and nothing else."),
            new Layer(
                    "PrismServerIT",
                    "prismServesTheClient",
                    "client with Prism",
                    "Prism, which shares no code with us, serves the client."),
            new Layer(
                    "PrismServerIT",
                    "prismKeepsThePactAsAnyProviderMust",
                    "Prism",
                    "Prism is held to the pact like any real provider."),
            new Layer(
                    "PrismProxyIT",
                    "clientAndMockServerPassPrism",
                    "watched by Prism",
                    "Prism watches client and mock server talk to each other."),
            new Layer(
                    "BaselineIT",
                    "mockServerKeepsWhatWasReleased",
                    "mock, release",
                    "The mock server keeps the pact that was released last."),
            new Layer(
                    "BaselineIT",
                    "clientKeepsWhatWasReleased",
                    "client, release",
                    "The client keeps the pact that was released last."));

    boolean has(Check check) {
        return test.equals(check.test()) && method.equals(check.method());
    }
}
