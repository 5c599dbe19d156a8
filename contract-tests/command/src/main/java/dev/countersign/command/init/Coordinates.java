package dev.countersign.command.init;

import dev.countersign.openapi.build.GeneratedNames;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a client is called, in Maven and in Java.
 *
 * @param groupId the owner's Maven group
 * @param artifactId of the client
 * @param version of the client
 * @param name begins the names of generated classes
 * @param packageName of generated classes
 */
record Coordinates(String groupId, String artifactId, String version, String name, String packageName) {
    private static final String NO_GROUP = "com.example";
    private static final String MAVEN_ID = "[A-Za-z0-9_.-]+";
    private static final String MAVEN_VERSION = "[A-Za-z0-9_.+-]+";

    Coordinates {
        demand(groupId.matches(MAVEN_ID), "--group-id", groupId, "Use letters, digits, dots and hyphens.");
        demand(artifactId.matches(MAVEN_ID), "--artifact-id", artifactId, "Use letters, digits, dots and hyphens.");
        demand(version.matches(MAVEN_VERSION), "--client-version", version, "Use a version such as 1.0.0.");
    }

    /** What is not given follows from the contract. */
    static Coordinates of(
            Contract contract,
            Optional<String> groupId,
            Optional<String> artifactId,
            Optional<String> version,
            Optional<String> packageName) {
        String group = groupId.orElseGet(() -> host(contract).orElse(NO_GROUP));
        GeneratedNames derived = GeneratedNames.of(contract.title(), "", "");
        String last = derived.packageName().substring(derived.packageName().lastIndexOf('.') + 1);
        GeneratedNames names = GeneratedNames.of(
                contract.title(), "", packageName.orElse(group.replaceAll("[^A-Za-z0-9.]+", "_") + "." + last));
        String kebab = names.name().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return new Coordinates(
                group,
                artifactId.orElse(kebab + "-client"),
                version.orElse(contract.version().matches(MAVEN_VERSION) ? contract.version() : "1.0.0"),
                names.name(),
                names.packageName());
    }

    /** {@code api.shop.example} is {@code example.shop}; an address of a machine is no group. */
    private static Optional<String> host(Contract contract) {
        return contract.servers().stream()
                .map(server -> server.url())
                .filter(url -> url.matches("https?://[A-Za-z][A-Za-z0-9-]*(\\.[A-Za-z][A-Za-z0-9-]*)+([:/].*)?"))
                .map(url ->
                        URI.create(url.replaceAll("^(https?://[^/:]+).*", "$1")).getHost())
                .findFirst()
                .map(host -> {
                    List<String> labels = new ArrayList<>(
                            Arrays.asList(host.toLowerCase(Locale.ROOT).split("\\.")));
                    if (labels.size() > 2) {
                        labels.remove(0);
                    }
                    Collections.reverse(labels);
                    return String.join(".", labels).replace('-', '_');
                });
    }

    private static void demand(boolean kept, String flag, String value, String fix) {
        if (!kept) {
            throw new ContractException(List.of(new Problem(
                    Problem.Severity.ERROR,
                    new Problem.Place(flag, Optional.empty(), ""),
                    "\"" + value + "\" cannot be used in Maven.",
                    fix)));
        }
    }

    /** {@code group:artifact:version}. */
    String text() {
        return groupId + ":" + artifactId + ":" + version;
    }
}
