package dev.countersign.verify.broker;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The broker's command line: {@code publish}, {@code can-i-deploy}, {@code record-deployment}. Exit code 0: done, or nothing to
 * do; 1: the broker says no, or fails; 2: something is not set.
 */
public final class BrokerCommand {
    private static final String USAGE =
            "usage: publish --build=FOLDER | can-i-deploy --participant=NAME [--to=ENVIRONMENT]"
                    + " | record-deployment --participant=NAME --to=ENVIRONMENT (with Maven: -Dpacticipant, -Ddeploy.to)";

    private final Map<String, String> environment;
    private final Path folder;
    private final PrintStream out;

    BrokerCommand(Map<String, String> environment, Path folder, PrintStream out) {
        this.environment = environment;
        this.folder = folder;
        this.out = out;
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new BrokerCommand(System.getenv(), Path.of("").toAbsolutePath(), System.out).run(List.of(args)));
    }

    int run(List<String> args) {
        try {
            String command = args.isEmpty() ? "" : args.get(0);
            return switch (command) {
                case "publish" -> publish(Path.of(required(args, "build")));
                case "can-i-deploy" -> canIDeploy(required(args, "participant"), option(args, "to"));
                case "record-deployment" -> recordDeployment(required(args, "participant"), required(args, "to"));
                default -> throw BrokerException.usage(USAGE);
            };
        } catch (BrokerException e) {
            say(String.valueOf(e.getMessage()));
            return e.exitCode();
        } catch (IOException e) {
            say(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private int publish(Path build) throws IOException {
        Optional<BrokerSettings> settings = BrokerSettings.of(environment);
        if (settings.isEmpty()) {
            say(BrokerSettings.URL + " is not set, so nothing is published");
            return 0;
        }
        Broker broker = new Broker(settings.get());
        Revision revision = Revision.of(folder, environment);
        List<PactFile> pacts = PactFile.in(build.resolve("pacts"));
        pacts.stream()
                .collect(Collectors.groupingBy(PactFile::consumer, TreeMap::new, Collectors.toList()))
                .forEach((consumer, ofOne) -> broker.publish(consumer, revision, ofOne));
        pacts.forEach(pact -> say(
                "published the pact of " + pact.consumer() + " " + revision.version() + " (branch " + revision.branch()
                        + ") with " + pact.provider() + " at " + settings.get().url()));
        return results(broker, VerifiedPact.read(build), revision);
    }

    private int results(Broker broker, List<VerifiedPact> results, Revision revision) {
        if (results.isEmpty()) {
            say("no pact of the broker was verified, so there are no results to publish");
            return 0;
        }
        String version = BrokerSettings.set(environment, "PACT_PROVIDER_VERSION")
                .orElseThrow(() -> BrokerException.usage("PACT_PROVIDER_VERSION is not set: name the version of the"
                        + " provider that was verified, so that its results can be published"));
        for (VerifiedPact result : results) {
            broker.publishResult(
                    result, version, BrokerSettings.set(environment, "PACT_PROVIDER_BRANCH"), revision.buildUrl());
            say("published that " + result.provider() + " " + version + (result.success() ? " keeps" : " breaks")
                    + " its pact with " + result.consumer());
        }
        return 0;
    }

    private int canIDeploy(String participant, Optional<String> target) {
        BrokerSettings settings = BrokerSettings.of(environment)
                .orElseThrow(() -> BrokerException.usage(BrokerSettings.URL
                        + " is not set, so it cannot be told whether " + participant + " may be deployed"));
        String version = Revision.version(folder, environment);
        Deployability answer = new Broker(settings).canIDeploy(participant, version, target);
        answer.reasons().forEach(this::say);
        say((answer.yes() ? "yes, " : "NO, ") + participant + " " + version + (answer.yes() ? " may" : " must not")
                + " be deployed" + target.map(name -> " to " + name).orElse(""));
        return answer.yes() ? 0 : 1;
    }

    private int recordDeployment(String participant, String target) {
        Optional<BrokerSettings> settings = BrokerSettings.of(environment);
        if (settings.isEmpty()) {
            say(BrokerSettings.URL + " is not set, so no deployment is recorded");
            return 0;
        }
        String version = Revision.version(folder, environment);
        new Broker(settings.get()).recordDeployment(participant, version, target);
        say("recorded that " + participant + " " + version + " is in " + target + " now");
        return 0;
    }

    private static String required(List<String> args, String name) {
        return option(args, name).orElseThrow(() -> BrokerException.usage("--" + name + " is missing; " + USAGE));
    }

    private static Optional<String> option(List<String> args, String name) {
        String prefix = "--" + name + "=";
        return args.stream()
                .filter(arg -> arg.startsWith(prefix))
                .map(arg -> arg.substring(prefix.length()))
                .filter(value -> !value.isBlank() && !value.startsWith("${"))
                .findFirst();
    }

    private void say(String line) {
        out.println("pact broker: " + line);
    }
}
