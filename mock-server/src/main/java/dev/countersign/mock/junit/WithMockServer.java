package dev.countersign.mock.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Serves a contract to the tests of a class, which take the mock as a parameter of the type {@link MockedApi}, or its
 * address as one that is marked with {@link MockUrl}. The same as {@link MockServerExtension} as a field.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MockServerExtension.class)
public @interface WithMockServer {
    /** The document: a file, relative to the folder in which the tests run, or else a resource on the class path. */
    String value();
}
