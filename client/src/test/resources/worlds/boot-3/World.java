package consumer;

import PACKAGE.CLIENTClient;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application of Spring Boot 3, whose mapper is of Jackson 2. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class World {
    @Bean(destroyMethod = "close")
    CLIENTClient client(@Value("${api.url}") String url) {
        return CLIENTClient.builder().baseUrl(url).build();
    }

    public static void main(String[] args) throws Exception {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(World.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties("logging.level.root=ERROR", "api.url=" + args[0])
                .run()) {
            context.getBean(CLIENTClient.class);
            ObjectMapper mapper = context.getBean(ObjectMapper.class);
            Values.exchange(new Values.Mapper() {
                @Override
                public String write(Object value) throws Exception {
                    return mapper.writeValueAsString(value);
                }

                @Override
                public Object read(String json, Class<?> type) throws Exception {
                    return mapper.readValue(json, type);
                }
            });
        }
        Main_.main(args);
    }
}
