package dev.countersign.mock.state.resource;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.mock.state.FittedBody;
import dev.countersign.mock.state.StatefulAnswer;
import dev.countersign.mock.state.Visit;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.HeaderSpec;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The answer to a request for a list. Thread-safe. */
record ListAnswer(FittedBody bodies) {
    StatefulAnswer of(Visit visit, Resource resource, Choice.Documented documented, List<JsonNode> items) {
        Page page = new ListQuery(visit, resource.item()).page(items);
        String rule = "from the store: " + page.items().size() + " of " + page.total() + " in " + resource.name(visit);
        StatefulAnswer answer = bodies.put(documented, rule, schema -> body(visit, resource, documented, schema, page));
        for (HeaderSpec header : documented.representation().response().headers()) {
            Optional<String> value = value(header.name(), visit, page);
            if (value.isPresent()) {
                answer = answer.with(new Header(header.name(), value.get()));
            }
        }
        return answer;
    }

    private JsonNode body(Visit visit, Resource resource, Choice.Documented documented, SchemaNode schema, Page page) {
        Optional<Place> place = Place.ofList(schema, Optional.of(resource.item()));
        JsonNode around = documented
                .representation()
                .example()
                .flatMap(Example::value)
                .orElseGet(() -> bodies.samples().sample(schema, Direction.RESPONSE, SampleGenerator.PLAIN));
        if (place.isEmpty()) {
            return around;
        }
        List<JsonNode> visible = page.items().stream()
                .map(item -> Visible.of(item, resource.item()))
                .map(item -> Visible.of(item, place.get().item()))
                .toList();
        Page shown = new Page(visible, page.total(), page.offset(), page.limit(), page.size(), page.beginning());
        return new Wrapper(visit.request(), shown).around(around, place.get());
    }

    /** What documented header fields say of a page: the usual count, and links (RFC 8288). */
    private static Optional<String> value(String name, Visit visit, Page page) {
        return switch (SchemaParts.plain(name)) {
            case "xtotalcount", "totalcount", "xtotal", "xtotalitems" -> Optional.of(Integer.toString(page.total()));
            case "xpage" -> Optional.of(Integer.toString(page.number()));
            case "xperpage" -> page.isLimited() ? Optional.of(Integer.toString(page.limit())) : Optional.empty();
            case "xtotalpages" -> Optional.of(Integer.toString(page.isLimited() ? page.pages() : 1));
            case "xnextpage" -> Optional.of(page.next().orElse(""));
            case "link" -> Optional.of(links(visit, page));
            default -> Optional.empty();
        };
    }

    private static String links(Visit visit, Page page) {
        List<String> links = new ArrayList<>();
        page.address(visit.request(), page.previous())
                .ifPresent(address -> links.add("<" + address + ">; rel=\"prev\""));
        page.address(visit.request(), page.next()).ifPresent(address -> links.add("<" + address + ">; rel=\"next\""));
        return String.join(", ", links);
    }
}
