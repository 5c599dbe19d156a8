package dev.countersign.verify.broker;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a build tells a Pact Broker, and asks it. Every method raises {@link BrokerException} when the broker fails. */
public final class Broker {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final HalClient client;

    /** Speaks with the broker of these settings. */
    public Broker(BrokerSettings settings) {
        client = new HalClient(settings);
    }

    /**
     * Publishes pacts of one consumer.
     *
     * @param consumer the consumer that all of them name
     */
    void publish(String consumer, Revision revision, List<PactFile> pacts) {
        ObjectNode body = JSON.objectNode()
                .put("pacticipantName", consumer)
                .put("pacticipantVersionNumber", revision.version())
                .put("branch", revision.branch());
        revision.buildUrl().ifPresent(url -> body.put("buildUrl", url));
        ArrayNode contracts = body.putArray("contracts");
        for (PactFile pact : pacts) {
            contracts
                    .addObject()
                    .put("consumerName", pact.consumer())
                    .put("providerName", pact.provider())
                    .put("specification", "pact")
                    .put("contentType", "application/json")
                    .put("content", Base64.getEncoder().encodeToString(pact.bytes()));
        }
        client.post(client.index().link("pb:publish-contracts", Map.of()), body);
    }

    /**
     * The pacts that a provider has to keep: those of the main branches, of the same branch, and of what is deployed or
     * released. Each has the links that its result is published to.
     */
    public List<JsonNode> pactsToVerify(String provider, Optional<String> branch) {
        ObjectNode body = JSON.objectNode();
        ArrayNode selectors = body.putArray("consumerVersionSelectors");
        selectors.addObject().put("mainBranch", true);
        selectors.addObject().put("deployedOrReleased", true);
        branch.ifPresent(name -> {
            selectors.addObject().put("matchingBranch", true);
            body.put("providerVersionBranch", name);
        });
        String link = client.index().link("pb:provider-pacts-for-verification", Map.of("provider", provider));
        return client.post(link, body)
                .json()
                .path("_embedded")
                .path("pacts")
                .valueStream()
                .map(pact -> pact.path("_links").path("self").path("href").asString(""))
                .map(href -> client.get(href).json())
                .toList();
    }

    /** Publishes whether a provider keeps a pact that came from the broker. */
    void publishResult(VerifiedPact verified, String providerVersion, Optional<String> branch, Optional<String> build) {
        branch.ifPresent(name -> client.put(
                client.index()
                        .link(
                                "pb:pacticipant-branch-version",
                                Map.of("pacticipant", verified.provider(), "branch", name, "version", providerVersion)),
                JSON.objectNode()));
        ObjectNode body =
                JSON.objectNode().put("success", verified.success()).put("providerApplicationVersion", providerVersion);
        build.ifPresent(url -> body.put("buildUrl", url));
        client.post(verified.resultLink(), body);
    }

    /**
     * Whether a version may be deployed.
     *
     * @param environment where to; absent for next to the main branches of all others
     */
    Deployability canIDeploy(String participant, String version, Optional<String> environment) {
        String target = environment
                .map(name -> "environment=" + HalResource.encoded(name))
                .orElse("latest=true&mainBranch=true");
        JsonNode matrix = client.get("matrix?q%5B%5D%5Bpacticipant%5D=" + HalResource.encoded(participant)
                        + "&q%5B%5D%5Bversion%5D=" + HalResource.encoded(version) + "&latestby=cvp&" + target)
                .json();
        return Deployability.of(matrix);
    }

    /** Tells the broker that a version is in an environment now, and its predecessor is not. */
    void recordDeployment(String participant, String version, String environment) {
        HalResource known = client.get(
                client.index().link("pb:pacticipant-version", Map.of("pacticipant", participant, "version", version)));
        String link = known.named("pb:record-deployment", environment)
                .orElseThrow(() -> BrokerException.failure("the broker knows no environment " + environment + " for "
                        + participant + "; it knows: " + known.names("pb:record-deployment")));
        client.post(link, JSON.objectNode());
    }
}
