package mpm.service.storage.control;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import javax.sql.DataSource;
import mpm.service.configuration.StartRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Connections by the driver that takes the URL, so that one setting decides between Derby and PostgreSQL. The server
 * pools them; a driver itself cannot be named in a {@code @DataSourceDefinition}, only a data source can.
 */
public final class UrlDataSource implements DataSource {

    private String url = "";
    private String user = "";
    private String password = "";
    private int loginTimeout;
    private volatile @Nullable Driver driver;
    private volatile boolean connectedBefore;

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(user, password);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        try {
            Connection connection = connection(user, password);
            connectedBefore = true;
            return connection;
        } catch (SQLException e) {
            if (!connectedBefore) {
                // The server asks for the first connection while it deploys, before any code of the service runs.
                // Thrown there,
                // the failure would leave a server without an application.
                throw StartRefusal.endProcess(DatabaseTrouble.reason(e, url));
            }
            throw e;
        }
    }

    private Connection connection(String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        if (url.startsWith("jdbc:postgresql:")) {
            // The rows of a batch go as one statement; without it the driver executes one for each.
            properties.setProperty("reWriteBatchedInserts", "true");
        }
        Connection connection = driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("The driver does not take its own address.");
        }
        return connection;
    }

    private Driver driver() throws SQLException {
        Driver known = driver;
        if (known != null) {
            return known;
        }
        keepDerbyLogBesideItsData();
        // The class loader of this application: the thread that opens a connection may have the server's.
        for (Driver each : ServiceLoader.load(Driver.class, UrlDataSource.class.getClassLoader())) {
            if (each.acceptsURL(url)) {
                driver = each;
                return each;
            }
        }
        throw new SQLException(
                "No database driver takes mpm.database.url: it begins with jdbc:derby: or jdbc:postgresql:.");
    }

    /**
     * Derby writes derby.log into the directory that the process was started in unless it is told otherwise before it
     * loads.
     */
    private void keepDerbyLogBesideItsData() {
        String setting = "derby.stream.error.file";
        if (url.startsWith("jdbc:derby:")
                && !url.startsWith("jdbc:derby:memory:")
                && System.getProperty(setting) == null) {
            Path database =
                    Path.of(url.replaceFirst("^jdbc:derby:(directory:)?", "").replaceFirst(";.*", ""));
            Path log = database.toAbsolutePath().resolveSibling("derby.log");
            try {
                // The server may ask for a connection before the service has begun and made its directory.
                Files.createDirectories(log.getParent());
                System.setProperty(setting, log.toString());
            } catch (IOException e) {
                // The start says it in a sentence; here it would only end up in the server's log.
            }
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // Drivers log through java.util.logging.
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Drivers have their own loggers.");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("This is no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
