package dev.countersign.openapi.build;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * What is generated from a contract is named after its title: {@code Auth API} gives {@code AuthClient} in package
 * {@code dev.countersign.auth}.
 *
 * @param words the telling words of the title, in lower case, ASCII letters and digits only; at least one
 */
public record ContractName(List<String> words) {
    private static final Set<String> SAY_NOTHING =
            Set.of("api", "apis", "the", "rest", "openapi", "swagger", "service", "http", "specification", "spec", "a");

    public ContractName {
        words = List.copyOf(words);
    }

    /** The name that follows from a title. */
    public static ContractName of(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        List<String> all = new ArrayList<>();
        List<String> telling = new ArrayList<>();
        for (String word : plain.split("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (!lower.isEmpty() && !(all.isEmpty() && Character.isDigit(lower.charAt(0)))) {
                all.add(lower);
                if (!SAY_NOTHING.contains(lower) && !lower.matches("v?[0-9]+")) {
                    telling.add(lower);
                }
            }
        }
        List<String> words = telling.isEmpty() ? all : telling;
        return new ContractName(words.isEmpty() ? List.of("contract") : words.subList(0, Math.min(4, words.size())));
    }

    /** As class names begin, and as the contract is called in pacts: {@code Auth}. */
    public String pascalCase() {
        StringBuilder name = new StringBuilder();
        for (String word : words) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    String packageName() {
        String joined = String.join("", words);
        return "dev.countersign."
                + (SourceVersion.isKeyword(joined) || RESERVED.contains(joined) ? joined + "api" : joined);
    }

    /** Packages of this project, which a contract's own must not mix with. */
    private static final Set<String> RESERVED = Set.of("client", "mock", "openapi", "verify");
}
