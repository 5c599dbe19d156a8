package dev.countersign.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A shop whose products have integer ids, whose lists are wrapped, and whose orders lie below customers. */
class ShopTest {
    static final String SHOP = """
            openapi: 3.1.0
            info: {title: Shop, version: '1'}
            paths:
              /products:
                get:
                  parameters:
                  - {name: limit, in: query, schema: {type: integer, default: 2}}
                  - {name: offset, in: query, schema: {type: integer}}
                  - {name: category, in: query, schema: {type: string}}
                  - {name: colours, in: query, schema: {type: array, items: {type: string}}}
                  - {name: q, in: query, schema: {type: string}}
                  - {name: sort, in: query, schema: {type: string}}
                  responses:
                    '200':
                      description: ''
                      headers: {X-Total-Count: {schema: {type: integer}}, Link: {schema: {type: string}}}
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [items, total, hasMore]
                            properties:
                              items: {type: array, items: {$ref: '#/components/schemas/Product'}}
                              total: {type: integer}
                              hasMore: {type: boolean}
                              currency: {type: string}
                          example:
                            items:
                            - {id: 1, name: Cup, price: 5.5, category: kitchen, colours: [red, blue]}
                            - {id: 2, name: Lamp, price: 40, category: living, colours: [red]}
                            - {id: 7, name: Pan, price: 20, category: kitchen}
                            total: 99
                            hasMore: true
                            currency: EUR
                post:
                  requestBody:
                    required: true
                    content: {application/json: {schema: {$ref: '#/components/schemas/Product'}}}
                  responses:
                    '201':
                      description: ''
                      headers: {Location: {schema: {type: string}}}
                      content: {application/json: {schema: {$ref: '#/components/schemas/Product'}}}
              /products/{productId}:
                parameters: [{name: productId, in: path, required: true, schema: {type: integer}}]
                get:
                  responses:
                    '200': {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/Product'}}}}
                    '404': {description: '', content: {application/json: {example: {error: no such product}}}}
                put:
                  requestBody:
                    required: true
                    content: {application/json: {schema: {$ref: '#/components/schemas/Product'}}}
                  responses:
                    '200': {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/Product'}}}}
                    '201': {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/Product'}}}}
                patch:
                  requestBody:
                    required: true
                    content: {application/merge-patch+json: {schema: {type: object}}, application/json: {schema: {type: object}}}
                  responses:
                    '200': {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/Product'}}}}
                delete:
                  responses: {'204': {description: ''}}
              /customers/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                get:
                  responses:
                    '200':
                      description: ''
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Customer'}
                          examples:
                            ann: {value: {id: ann, name: Ann}}
                            bob: {value: {id: bob, name: Bob}}
                put:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Customer'}}}}
                  responses: {'201': {description: ''}, '204': {description: ''}}
                delete:
                  responses: {'204': {description: ''}}
              /customers/{customerId}/orders:
                parameters: [{name: customerId, in: path, required: true, schema: {type: string}}]
                get:
                  responses:
                    '200':
                      description: ''
                      content:
                        application/json:
                          schema: {type: array, items: {$ref: '#/components/schemas/Order'}}
                          example:
                          - {order_id: 0f8fad5b-d9cb-469f-a165-70867728950e, customer_id: ann, note: first}
                post:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
                  responses:
                    '200': {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
              /customers/{customerId}/orders/{order_id}:
                parameters:
                - {name: customerId, in: path, required: true, schema: {type: string}}
                - {name: order_id, in: path, required: true, schema: {type: string, format: uuid}}
                get:
                  responses:
                    '200': {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
            components:
              schemas:
                Product:
                  type: object
                  required: [id, name, price]
                  properties:
                    id: {type: integer, readOnly: true}
                    name: {type: string, maxLength: 12}
                    price: {type: number, minimum: 0}
                    category: {type: string}
                    colours: {type: array, items: {type: string}}
                    discount: {type: integer, default: 3}
                    secretCost: {type: number, writeOnly: true}
                    createdAt: {type: string, format: date-time, readOnly: true}
                    updatedAt: {type: string, format: date-time, readOnly: true}
                Customer:
                  type: object
                  required: [id, name]
                  properties: {id: {type: string}, name: {type: string}}
                Order:
                  type: object
                  required: [order_id, customer_id]
                  properties:
                    order_id: {type: string, format: uuid, readOnly: true}
                    customer_id: {type: string}
                    note: {type: string}
            """;

    private StatefulServer shop;

    @BeforeEach
    void open() {
        shop = new StatefulServer(Contracts.parse(SHOP));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static List<String> names(JsonNode list) {
        return list.path("items")
                .valueStream()
                .map(item -> item.path("name").asString(""))
                .toList();
    }

    @Test
    void beginsWithTheExamplesAndPagesThem() {
        HttpResponse<String> first = shop.get("/products");
        JsonNode body = StatefulServer.json(first);

        assertThat(names(body)).containsExactly("Cup", "Lamp");
        assertThat(body.path("total").asInt()).isEqualTo(3);
        assertThat(body.path("hasMore").asBoolean()).isTrue();
        assertThat(body.path("currency").asString()).isEqualTo("EUR");
        assertThat(first.headers().firstValue("X-Total-Count")).contains("3");
        assertThat(first.headers().firstValue("Link")).contains("</products?offset=2>; rel=\"next\"");

        JsonNode last = shop.json("/products?offset=2");
        assertThat(names(last)).containsExactly("Pan");
        assertThat(last.path("hasMore").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "category=kitchen | Cup,Pan",
                "category=kitchen&offset=1 | Pan",
                "category=none | ''",
                "colours=blue | Cup",
                "colours=red&colours=blue&sort=-price | Lamp,Cup",
                "q=lam | Lamp",
                "limit=9&sort=price | Cup,Pan,Lamp",
                "limit=9&sort=-price | Lamp,Pan,Cup",
                "limit=9&sort=category,name:desc | Pan,Cup,Lamp",
                "limit=9&sort=unknown | Cup,Lamp,Pan",
            })
    void listsWhatTheQueryAsksFor(String query, String names) {
        assertThat(String.join(",", names(shop.json("/products?" + query)))).isEqualTo(names);
    }

    @Test
    void readsWhatWasCreated() {
        HttpResponse<String> created =
                shop.send("POST", "/products", "{\"id\": 55, \"name\": \"Vase\", \"price\": 9, \"secretCost\": 2}");
        JsonNode vase = StatefulServer.json(created);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains("/products/8");
        assertThat(vase.path("id").asInt()).isEqualTo(8);
        assertThat(vase.path("discount").asInt()).isEqualTo(3);
        assertThat(vase.path("createdAt").asString()).isEqualTo(StatefulServer.NOW.toString());
        assertThat(vase.has("secretCost")).isFalse();
        assertThat(shop.json("/products/8")).isEqualTo(vase);
        assertThat(names(shop.json("/products?limit=9"))).containsExactly("Cup", "Lamp", "Pan", "Vase");
    }

    @Test
    void neverGivesAnIdAgain() {
        shop.send("POST", "/products", "{\"name\": \"A\", \"price\": 1}");
        shop.send("DELETE", "/products/8", "");
        HttpResponse<String> next = shop.send("POST", "/products", "{\"name\": \"B\", \"price\": 1}");

        assertThat(next.headers().firstValue("Location")).contains("/products/9");
    }

    @Test
    void changesWhatIsThere() {
        assertThat(shop.send("PUT", "/products/2", "{\"name\": \"Light\", \"price\": 3}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode light = shop.json("/products/2");
        assertThat(light.path("name").asString()).isEqualTo("Light");
        assertThat(light.path("id").asInt()).isEqualTo(2);
        assertThat(light.has("category")).isFalse();
        assertThat(light.path("updatedAt").asString()).isEqualTo(StatefulServer.NOW.toString());

        HttpResponse<String> patched =
                shop.send("PATCH", "/products/1", "{\"price\": 6, \"category\": null, \"id\": 4}");
        assertThat(patched.statusCode()).isEqualTo(200);
        JsonNode cup = shop.json("/products/1");
        assertThat(cup.path("price").asInt()).isEqualTo(6);
        assertThat(cup.path("name").asString()).isEqualTo("Cup");
        assertThat(cup.path("id").asInt()).isEqualTo(1);
        assertThat(cup.has("category")).isFalse();
    }

    @Test
    void createsByPutWhereThatIsDocumented() {
        assertThat(shop.get("/products/30").statusCode()).isEqualTo(404);
        HttpResponse<String> created = shop.send("PUT", "/products/30", "{\"name\": \"Jar\", \"price\": 1}");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(shop.json("/products/30").path("name").asString()).isEqualTo("Jar");
    }

    @Test
    void missesWhatWasRemoved() {
        assertThat(shop.send("DELETE", "/products/1", "").statusCode()).isEqualTo(204);

        HttpResponse<String> missing = shop.get("/products/1");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).isEqualTo("{\"error\":\"no such product\"}");
        HttpResponse<String> undocumented = shop.send("DELETE", "/products/1", "");
        assertThat(undocumented.statusCode()).isEqualTo(404);
        assertThat(undocumented.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(undocumented.body()).contains("The store has no /products/1.");
    }

    @Test
    void keepsWhatIsNestedToItsOwner() {
        assertThat(shop.json("/customers/ann/orders").size()).isEqualTo(1);
        assertThat(shop.json("/customers/bob/orders").size()).isZero();
        assertThat(shop.get("/customers/eve/orders").statusCode()).isEqualTo(404);

        HttpResponse<String> order = shop.send("POST", "/customers/bob/orders", "{\"customer_id\": \"bob\"}");
        String id = StatefulServer.json(order).path("order_id").asString();
        assertThat(order.statusCode()).isEqualTo(200);
        assertThat(UUID.fromString(id).toString()).isEqualTo(id);
        assertThat(shop.get("/customers/bob/orders/" + id).statusCode()).isEqualTo(200);
        assertThat(shop.get("/customers/ann/orders/" + id).statusCode()).isEqualTo(404);

        shop.send("DELETE", "/customers/bob", "");
        assertThat(shop.get("/customers/bob/orders").statusCode()).isEqualTo(404);
        shop.send("PUT", "/customers/bob", "{\"id\": \"bob\", \"name\": \"Bob\"}");
        assertThat(shop.json("/customers/bob/orders").size()).isZero();
    }

    @Test
    void anItemThatComesAnewHasNothingOfTheOneBefore() {
        shop.send("DELETE", "/customers/ann", "");
        shop.send("PUT", "/customers/ann", "{\"id\": \"ann\", \"name\": \"Another\"}");

        assertThat(shop.json("/customers/ann/orders").size()).isZero();
    }

    @Test
    void aPreferenceIsStrongerAndChangesNothing() {
        HttpResponse<String> preferred = shop.send("DELETE", "/products/1", "", "Prefer", "code=204");

        assertThat(preferred.statusCode()).isEqualTo(204);
        assertThat(shop.get("/products/1").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingIsStoredOfARequestThatDoesNotFit() {
        HttpResponse<String> refused = shop.send("POST", "/products", "{\"name\": \"Vase\", \"price\": -1}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(shop.json("/products").path("total").asInt()).isEqualTo(3);
    }

    @Test
    void whatCannotBeSentIsNotStored() {
        HttpResponse<String> patched = shop.send("PATCH", "/products/1", "{\"name\": \"longer than twelve\"}");

        assertThat(patched.statusCode()).isEqualTo(200);
        assertThat(patched.headers().firstValue(StatefulAnswer.UNUSED).orElse(""))
                .isEqualTo("/name must have at most 12 characters, has 18");
        assertThat(shop.json("/products/1").path("name").asString()).isEqualTo("Cup");
    }

    @Test
    void saysWhereAnAnswerComesFrom() {
        HttpResponse<String> explained = shop.get("/products/1", "Prefer", "explain=true");

        assertThat(explained.body()).contains("from the store: /products").contains("a body made for this request");
    }

    @Test
    void sessionsDoNotSeeEachOther() {
        shop.send("DELETE", "/products/1", "", "Mock-Session", "one");

        assertThat(shop.get("/products/1", "Mock-Session", "one").statusCode()).isEqualTo(404);
        assertThat(shop.get("/products/1", "Cookie", "a=b; Mock-Session=two").statusCode())
                .isEqualTo(200);
        assertThat(shop.get("/products/1").statusCode()).isEqualTo(200);
    }

    @Test
    void headReadsAsGetDoes() {
        assertThat(shop.send("HEAD", "/products/1", "").statusCode()).isEqualTo(200);
        assertThat(shop.send("HEAD", "/products/99", "").statusCode()).isEqualTo(404);
    }
}
