package dev.countersign.client;

import static dev.countersign.client.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import sample.zoo.ZooClient;
import sample.zoo.model.Adult;
import sample.zoo.model.Child;
import sample.zoo.model.Keeper;
import sample.zoo.model.Visitor;
import sample.zoo.model.VisitorBase;

/** A discriminator without {@code oneOf}, and properties that go in one direction only. */
class InheritanceTest {
    private static ZooClient client(RawServer server) {
        return ZooClient.builder().baseUrl(server.url()).build();
    }

    @Test
    void readsWhatExtendsABaseByTheBasesDiscriminator() {
        String visitors = "[{\"sort\":\"Adult\",\"ticket\":\"a\"},{\"sort\":\"grown\",\"ticket\":\"b\",\"name\":\"n\"},"
                + "{\"sort\":\"Child\"},{\"sort\":\"Visitor\",\"name\":\"v\"},{\"sort\":\"Ghost\",\"pale\":true}]";
        try (RawServer server = RawServer.playing(json(200, visitors));
                ZooClient client = client(server)) {
            List<Visitor> in = client.visitors()
                    .letIn(Adult.builder().sort("grown").ticket("t").build());

            assertThat(in)
                    .hasExactlyElementsOfTypes(
                            Adult.class, Adult.class, Child.class, VisitorBase.class, Visitor.Unknown.class);
            assertThat(((Adult) in.get(1)).name()).contains("n");
            assertThat(((VisitorBase) in.get(3)).name()).contains("v");
            assertThat(server.onlyRequest()).endsWith("{\"sort\":\"grown\",\"ticket\":\"t\"}");
        }
    }

    @Test
    void demandsNeitherWhatOnlyTheServerSendsNorWhatOnlyTheClientSends() {
        try (RawServer server = RawServer.playing(json(201, "{\"id\":7,\"name\":\"Kim\"}"));
                ZooClient client = client(server)) {
            Keeper added = client.keepers()
                    .addKeeper(Keeper.builder().name("Kim").pin("1234").build());

            assertThat(added.id()).contains(7L);
            assertThat(added.pin()).isEmpty();
            assertThat(server.onlyRequest()).endsWith("{\"name\":\"Kim\",\"pin\":\"1234\"}");
            assertThatThrownBy(() -> Keeper.builder().pin("1").build())
                    .hasMessage("Keeper cannot be built: required property \"name\" is missing");
        }
    }

    @Test
    void callsAMethodThatFeignHasNoNameFor() {
        try (RawServer server = RawServer.playing(json(200, "[{\"id\":7,\"name\":\"Kim\"}]"));
                ZooClient client = client(server)) {
            assertThat(client.keepers()
                            .findKeepers(sample.zoo.model.FindKeepersRequest.builder()
                                    .name("Kim")
                                    .build()))
                    .hasSize(1);
            assertThat(server.onlyRequest())
                    .startsWith("QUERY /keepers HTTP/1.1\r\n")
                    .endsWith("{\"name\":\"Kim\"}");
        }
    }
}
