package consumer;

import PACKAGE.CLIENTClient;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.FeignException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;

/** An application of Spring Boot 3 that calls another service with Spring Cloud OpenFeign. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableFeignClients(clients = World.Other.class)
public class World {
    @FeignClient(name = "other", url = "${api.url}")
    interface Other {
        @GetMapping("/there/is/no/such/path")
        String get();
    }

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
            try {
                context.getBean(Other.class).get();
            } catch (FeignException.NotFound e) {
                System.out.println("the other client works");
            }
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
