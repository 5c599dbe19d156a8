package dev.countersign.client.bench;

import bench.ours.BenchClient;
import bench.ours.model.Visitor;

/** The client that our templates make, with its defaults. */
final class OurClient implements Contender.Client {
    private final BenchClient client;

    OurClient(String baseUrl) {
        client = BenchClient.builder().baseUrl(baseUrl).build();
    }

    @Override
    public Object call() {
        return client.sessions()
                .openSession(Visitor.builder().name("abc@abc.com").pin("0000").build());
    }
}
