package dev.countersign.verify;

import dev.countersign.openapi.contract.ContractException;
import dev.countersign.verify.diff.ReleaseDiff;
import dev.countersign.verify.report.Summary;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Verifies a contract from a command line: {@code pact}, {@code verify}, {@code provider} (which
 * needs no client), or {@code diff} with {@code released} and
 * {@code current}, then settings as {@code NAME=VALUE}, a switch as {@code NAME}; after a
 * lone {@code -}, more of them are read from standard input as a properties file, which no other process can see. The
 * contract's client has to be on the class path. Exit code 0: kept; 1: broken, or not to be verified; 2: wrong usage.
 */
public final class Main {
    private static final String USAGE =
            "usage: (pact | verify | provider | diff) contract.dir=FOLDER build.dir=FOLDER [NAME[=VALUE]]... [-]; see docs/contract-tests.md";
    private static final int MOST_CARDS = 20;

    private Main() {}

    /** Runs, and ends the process. */
    public static void main(String[] args) throws IOException {
        System.exit(run(List.of(args), System.out));
    }

    static int run(List<String> args, PrintStream out) throws IOException {
        if (args.isEmpty() || !List.of("pact", "verify", "provider", "diff").contains(args.get(0))) {
            out.println(USAGE);
            return 2;
        }
        speakAsThePactSays();
        try {
            Settings settings = new Settings(settings(args.subList(1, args.size())));
            if (args.get(0).equals("diff")) {
                return new ReleaseDiff(settings.released(), settings.current(), settings.build()).print(out) ? 0 : 1;
            }
            Verification verification = new Verification(settings);
            Summary summary =
                    switch (args.get(0)) {
                        case "pact" -> verification.pact();
                        case "provider" -> verification.provider();
                        default -> verification.run();
                    };
            return tell(summary, out);
        } catch (IllegalStateException | IllegalArgumentException | ContractException e) {
            out.println("contract tests: " + e.getMessage());
            return 1;
        }
    }

    /**
     * Holds the provider that the settings name against its contract, without a client of the contract.
     *
     * @return 0 when it keeps the contract; 1 when it does not, or cannot be verified
     */
    public static int verifyProvider(Settings settings, PrintStream out) throws IOException {
        speakAsThePactSays();
        try {
            return tell(new ProviderVerification(settings).run(), out);
        } catch (IllegalStateException | IllegalArgumentException e) {
            out.println("contract tests: " + e.getMessage());
            return 1;
        }
    }

    /**
     * A pact holds paths as they travel, percent-encoded; Pact's verifier must not decode them. Nor must it take lines of
     * JSON for JSON.
     */
    private static void speakAsThePactSays() {
        System.setProperty("pact.content_type.override.application/x-ndjson", "text");
        System.setProperty("pact.content_type.override.application/ndjson", "text");
        System.setProperty("pact.verifier.disableUrlPathDecoding", "true");
        System.setProperty("pact_do_not_track", "true");
    }

    private static int tell(Summary summary, PrintStream out) {
        List<String> failures = summary.failures();
        failures.stream().limit(MOST_CARDS).forEach(failure -> out.println("contract tests: ✗ " + failure));
        if (failures.size() > MOST_CARDS) {
            out.println("contract tests: and " + (failures.size() - MOST_CARDS) + " more, see the report");
        }
        out.println("contract tests: " + summary.verdict() + ": " + summary.contract() + ", " + summary.count());
        if (summary.hasFailed() && !summary.again().isEmpty()) {
            out.println("contract tests: again: " + summary.again());
        }
        return summary.hasFailed() ? 1 : 0;
    }

    private static Map<String, String> settings(List<String> args) throws IOException {
        Map<String, String> settings = new HashMap<>();
        for (String arg : args) {
            if (arg.equals("-")) {
                Properties more = new Properties();
                more.load(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                more.stringPropertyNames().forEach(name -> settings.put(name, more.getProperty(name)));
            } else {
                int equals = arg.indexOf('=');
                settings.put(equals < 0 ? arg : arg.substring(0, equals), arg.substring(equals + 1));
            }
        }
        return settings;
    }
}
