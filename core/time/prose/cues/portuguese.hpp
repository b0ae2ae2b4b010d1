#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Portuguese words.
inline constexpr PhraseRow portuguese[] = {
    row(due, "data limite|prazo|prazos"),
    row(until, "ate|ate ao|ate ao dia|ate dia|ate o|ate o dia"),
    row(closes, "acabam|encerra|encerra-se|encerram|encerram-se|fecha|finalizam|terminam|vencem"),
    row(opens, "abrem"),
    row(cfp,
        "a chamada|chamada|chamada de trabalhos|envio de propostas|palestra*|propostas|submissao de minicursos|"
        "submissao de palestras"),
    row(abstract, "resumos"),
    row(paper, "artigos|trabalhos completos"),
    row(registration, "bilheteira|inscreva*|inscricoes|venda de bilhetes|venda de ingressos"),
    row(application, "bolsa"),
    row(submission, "entrega dos projetos|submissao|submissoes|trabalhos"),
    row(notification,
        "comunicacao de aceitacao|divulgacao dos resultados|lista de selecionados|notificacao|resultado em|"
        "resultados em|selecionados|vencedores"),
    row(other_deadline, "versao definitiva|versao final|votacao|votacoes"),
    row(extended, "estendid*"),
    row(replaced, "agendada|agendado|anteriormente|em vez de|em vez do|marcada|marcado|que acabava|que terminava"),
    row(moved,
        "adiada para|adiado para|muda para|mudou para|nova data|passa para|passou para|se muda para|transferido para"),
    row(moves, "adiada|adiado"),
    row(label, "data e hora|datas"),
    row(takes_place,
        "acontece|decorre|decorrera|encontramo-nos|realiza-se|realizar-se|recebe|sera|sera nos dias|sera realizada|"
        "sera realizado|tem lugar|tera lugar|vai decorrer"),
    row(begins, "abertura|comeca|comeca as"),
    row(ends, "encerra|encerramento"),
    row(side, "portas"),
    row(publication, "atualizad*"),
    row(past,
        "a ultima vez|contou com|da ultima vez|edicao anterior|na edicao de|na semana passada|no ano passado|"
        "participaram|realizada|realizado|ultima edicao"),
    row(aside, "data sera anunciada|datas exatas|datas serao anunciadas|em vigor"),
    row(repeats, "de segunda a sexta|todas as|todos os|todos os dias"),
    row(event_noun, "encontro|o congresso"),
    row(recap, "balanco|como foi|obrigado a todos|retrospectiva"),
    row(idle, "como estava previsto"),
};

}  // namespace almanac::prose::cues
