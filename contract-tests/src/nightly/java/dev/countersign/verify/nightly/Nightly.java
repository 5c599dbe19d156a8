package dev.countersign.verify.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Verifies many documents, each as its owner would: contract, client, verification. Prints one line for each, and fails
 * when fewer than 19 of 20 are green.
 */
public final class Nightly {
    private static final List<Integer> SIZES = List.of(4, 40, 150, 300, 700);

    private Nightly() {}

    /** Arguments: the folder to work in, then documents, or folders of documents. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path work = Path.of(args[0]);
        List<Path> documents = new ArrayList<>();
        for (String each : List.of(args).subList(1, args.length)) {
            documents.addAll(documents(Path.of(each)));
        }
        for (int operations : SIZES) {
            documents.add(SizedDocument.write(operations, work));
        }
        System.out.println(DocumentRun.HEADING);
        int green = 0;
        List<String> table =
                new ArrayList<>(List.of(DocumentRun.HEADING, "| --- | --- | --- | --- | --- | --- | --- | --- |"));
        for (int i = 0; i < documents.size(); i++) {
            DocumentRun run = DocumentRun.of(documents.get(i), work.resolve(Integer.toString(i)));
            System.out.println(run.row());
            table.add(run.row());
            green += run.failures().isEmpty() ? 1 : 0;
        }
        String score = green + " of " + documents.size() + " documents are green";
        System.out.println(score);
        table.addAll(List.of("", score));
        Files.write(work.resolve("nightly.md"), table);
        if (green * 20 < documents.size() * 19) {
            System.exit(1);
        }
    }

    /** A document, those in a folder, or the roots of documents in folders of their own. */
    private static List<Path> documents(Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(place)) {
            for (Path each : entries.sorted().toList()) {
                if (Files.isDirectory(each)) {
                    Stream.of("openapi.yaml", "api.yaml")
                            .map(each::resolve)
                            .filter(Files::exists)
                            .forEach(found::add);
                } else if (each.toString().matches(".*\\.(ya?ml|json)")) {
                    found.add(each);
                }
            }
        }
        return found;
    }
}
