#include "poll_world.hpp"

#include <algorithm>
#include <stdexcept>

#include "support/run_coro.hpp"

extern "C" const almanac_plugin* almanac_builtin_rss();
extern "C" const almanac_plugin* almanac_builtin_ical();
extern "C" const almanac_plugin* almanac_builtin_recipe();
extern "C" const almanac_plugin* almanac_builtin_webpage();

namespace almanac::test {
namespace {

template <class T>
T must(Result<T, Problem> result) {
  if (!result) throw std::runtime_error(result.error().text());
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

PluginRegistry builtin() {
  PluginRegistry plugins;
  for (const almanac_plugin* table :
       {almanac_builtin_rss(), almanac_builtin_ical(), almanac_builtin_recipe(), almanac_builtin_webpage()})
    must(plugins.add(table, "built in"));
  return plugins;
}

loopback::ServerOptions with_clock(const SharedClock& clock) {
  loopback::ServerOptions options;
  options.clock = [&clock] { return clock.now().time_since_epoch().count(); };
  return options;
}

ClientOptions client_options(const std::shared_ptr<FakeResolver>& names, const FetchDeadlines& deadlines) {
  ClientOptions options;
  options.contact = "ops@example.org";
  options.addresses.add("127.0.0.0/8").value();
  options.deadlines = deadlines;
  options.resolver = names;
  return options;
}

}  // namespace

/// What a process has: gone and made anew by restart().
struct PollWorld::Engine {
  Engine(const std::filesystem::path& file, ClientOptions options, const Clock& clock,
         const std::map<std::string, std::string>& recipes, const bool& is_connected)
      : http(io.get_executor(), std::move(options)),
        committer(io.get_executor(), must(Store::open(file))),
        services{
            http,      plugins,
            committer, pool.get_executor(),
            clock,     {},
            {},        [&recipes](const std::string& name) { return Result<std::string, Problem>(recipes.at(name)); },
            {}} {
    services.is_connected = [&is_connected] { return is_connected; };
  }
  ~Engine() {
    http.close();
    run_coro(io, [this] { return committer.stop(); });
    pool.join();
  }
  PluginRegistry plugins = builtin();
  boost::asio::io_context io{1};
  boost::asio::static_thread_pool pool{1};
  HttpClient http;
  Committer committer;
  IngestServices services;
};

std::string feed_with(const std::vector<std::string>& titles) {
  std::string text = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed</title>";
  for (const std::string& title : titles)
    text += "<item><title>" + title + "</title><guid isPermaLink=\"false\">" + title + "</guid></item>";
  return text + "</channel></rss>";
}

PollWorld::PollWorld(FetchDeadlines deadlines) : server(with_clock(clock)), deadlines_(deadlines) {
  for (const char* host :
       {"feeds.example", "other.example", "mirror.example", "a.shared.example", "b.shared.example", "c.shared.example"})
    names->add(host, {"127.0.0.1"});
  rules.remembers = rules.all_good = true;
  rules.least_gap = std::chrono::minutes(15);
  restart();
}

PollWorld::~PollWorld() = default;

void PollWorld::restart() {
  engine_.reset();
  engine_ = std::make_unique<Engine>(folder_.path() / "almanac.db", client_options(names, deadlines_), clock, recipes,
                                     is_connected);
}

std::string PollWorld::url(std::string_view path, std::string_view host) const { return server.url_as(host, path); }

SourceId PollWorld::follow(const std::string& url, const std::map<std::string, std::string>& options,
                           const std::string& recipe) {
  Source source;
  source.recipe = recipe;
  source.url = Url::parse(url).value().text();
  source.options = options;
  source.added = clock.now();
  return must(must(Store::open(folder_.path() / "almanac.db")).add_source(source));
}

boost::asio::awaitable<void> PollWorld::poll_one(Source source, HostTurn turn, std::vector<Refreshed>& results) {
  Refreshed done = co_await refresh_source(std::move(source), std::move(turn), engine_->services);
  results.push_back(std::move(done));
}

std::vector<Refreshed> PollWorld::poll_all(const std::vector<SourceId>& ids, const RunLimits& limits) {
  std::vector<Refreshed> results;
  std::vector<PollTask> tasks;
  for (const SourceId id : ids) {
    auto shared = std::make_shared<Source>(source(id));
    auto run = [this, shared, &results](HostTurn turn) { return poll_one(*shared, std::move(turn), results); };
    tasks.push_back({polite_host(*shared), run});
  }
  run_coro(engine_->io, [&] { return run_polls(engine_->io.get_executor(), std::move(tasks), limits); });
  return results;
}

Refreshed PollWorld::poll(SourceId id) {
  RunLimits limits;
  limits.host_spacing = std::chrono::milliseconds(0);
  auto results = poll_all({id}, limits);
  return std::move(results.front());
}

Refreshed PollWorld::poll_when_due(SourceId id) {
  if (const auto due = source(id).health.next_due; due && *due > clock.now()) clock.set(*due);
  return poll(id);
}

std::string PollWorld::undo_move(SourceId id) {
  return must(must(Store::open(folder_.path() / "almanac.db")).undo_move(id));
}

Source PollWorld::source(SourceId id) {
  return must(must(Store::open(folder_.path() / "almanac.db", OpenMode::read)).source(id));
}

std::vector<SourceId> PollWorld::due() {
  Store store = must(Store::open(folder_.path() / "almanac.db", OpenMode::read));
  std::vector<SourceId> out;
  for (const Source& one : must(store.due_sources(clock.now()))) out.push_back(one.id);
  return out;
}

std::vector<std::string> PollWorld::titles() {
  Store store = must(Store::open(folder_.path() / "almanac.db", OpenMode::read));
  std::vector<std::string> out;
  for (const ListedEvent& row : must(store.select({})).rows) out.push_back(row.event.title);
  std::sort(out.begin(), out.end());
  return out;
}

loopback::Request PollWorld::last(std::string_view path) const {
  const auto all = server.journal(path);
  if (all.empty()) throw std::runtime_error("nobody asked for " + std::string(path));
  return all.back();
}

}  // namespace almanac::test
